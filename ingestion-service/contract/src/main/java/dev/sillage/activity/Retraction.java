package dev.sillage.activity;

/**
 * Takes back an event that was sent before.
 *
 * @param retractedSource {@code source} of the event meant
 * @param retractedId {@code id} of the event meant
 */
public record Retraction(
        @Text(maxLength = 500) String retractedSource,
        @Text(maxLength = 500) String retractedId) implements Activity {}
