package dev.sillage.ingestion.check;

import java.time.Duration;
import java.time.Instant;

/**
 * How much one event may hold.
 *
 * @param maxEventBytes bytes of its JSON text
 * @param maxNesting levels of objects and arrays
 * @param maxAttributeLength characters of {@code id}, {@code source}, {@code subject} and {@code dataschema}
 * @param maxExtensions number of extension attributes
 * @param maxExtensionLength characters of each extension attribute
 * @param maxFindings problems that are collected before reading on in silence
 * @param earliestTime before it no activity can have ended: the clock was never set
 * @param maxAhead how far ahead of ours the sender's clock may be
 */
public record CheckLimits(
        int maxEventBytes,
        int maxNesting,
        int maxAttributeLength,
        int maxExtensions,
        int maxExtensionLength,
        int maxFindings,
        Instant earliestTime,
        Duration maxAhead) {

    /** The times of an event that is received at {@code now}. */
    public AcceptableTime acceptableTime(Instant now) {
        return new AcceptableTime(earliestTime, now.plus(maxAhead));
    }
}
