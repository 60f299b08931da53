package dev.sillage.reporting.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What footprints can be grouped and filtered by. An activity without it has the empty value. */
enum Dimension {
    KIND,
    PROVIDER,
    MODEL,
    ZONE,
    TEAM,
    PROJECT,
    APPLICATION,
    ENVIRONMENT,
    METHODOLOGY,
    TIER;

    /** The name in queries and answers, and of the column. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Dimension> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.wireName().equals(wireName))
                .findFirst();
    }

    /** All names, for people. */
    static String names() {
        return Arrays.stream(values()).map(Dimension::wireName).collect(Collectors.joining(", "));
    }
}
