package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What footprints can be grouped and filtered by. An activity without it has the empty value. */
public enum Dimension {
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
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The dimension of a name that was given in that parameter. */
    static Dimension of(String parameter, String wireName) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter(
                        parameter,
                        "There is no dimension " + Problem.quoted(wireName) + ". Known are: " + names() + "."));
    }

    /** All names, for people. */
    private static String names() {
        return Arrays.stream(values()).map(Dimension::wireName).collect(Collectors.joining(", "));
    }
}
