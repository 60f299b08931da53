package dev.sillage.ingestion.usage;

import java.util.EnumSet;
import java.util.Set;

/** What is read of a response. */
enum Part {
    ID,
    MODEL,
    /** Seconds since 1970, or RFC 3339. */
    TIME,
    /** Kind of object, as the API calls it. */
    OBJECT,
    /** A list of which only the length counts. */
    RESULTS,
    INPUT,
    /** Input that the API counts apart. */
    FURTHER_INPUT,
    CACHE_READ,
    CACHE_CREATION,
    IMAGE_INPUT,
    AUDIO_INPUT,
    OUTPUT,
    /** Output that the API counts apart. */
    FURTHER_OUTPUT,
    REASONING,
    AUDIO_OUTPUT,
    /** Where it was computed. */
    PLACE;

    private static final Set<Part> TEXTS = EnumSet.of(ID, MODEL, TIME, OBJECT, PLACE);

    /** Whether a text can stand there. */
    boolean isText() {
        return TEXTS.contains(this);
    }

    /** Whether a whole number can stand there. */
    boolean isCount() {
        return this == TIME || !isText();
    }
}
