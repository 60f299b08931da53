package dev.sillage.ingestion.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of a CloudEvents 1.0 JSON object that have a meaning of their own. */
enum Attribute {
    SPECVERSION,
    ID,
    SOURCE,
    TYPE,
    TIME,
    SUBJECT,
    DATACONTENTTYPE,
    DATASCHEMA,
    DATA,
    DATA_BASE64,
    /** Set from the credential. */
    TENANT,
    /** Set from the clock of the service. */
    ACCEPTEDAT;

    /** CloudEvents asks for the first four; {@code time} decides in which minute the activity counts. */
    static final Attribute[] REQUIRED = {SPECVERSION, ID, SOURCE, TYPE, TIME, DATA};

    private static final Map<String, Attribute> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Attribute::wireName, Function.identity()));

    private final String wireName = name().toLowerCase(Locale.ROOT);

    String wireName() {
        return wireName;
    }

    static @Nullable Attribute of(String name) {
        return BY_NAME.get(name);
    }
}
