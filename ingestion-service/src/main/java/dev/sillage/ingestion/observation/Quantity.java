package dev.sillage.ingestion.observation;

/**
 * What a number of a metric counts. The parts of the input and of the output by cache and by phase split the same tokens
 * as the parts by modality.
 */
public enum Quantity {
    /** All tokens read, with the number of calls. */
    INPUT,
    /** All tokens written, with the number of calls. */
    OUTPUT,
    /** Seconds, with the number of calls. */
    DURATION,
    IMAGE_INPUT,
    AUDIO_INPUT,
    OTHER_INPUT,
    AUDIO_OUTPUT,
    OTHER_OUTPUT,
    CACHE_READ,
    CACHE_CREATION,
    UNCACHED,
    REASONING,
    RESPONSE
}
