package dev.sillage.activity;

import java.time.Instant;
import java.util.Objects;

/**
 * What one replica of the ingestion service took of one tenant in one hour, since it began to count it. It only grows.
 *
 * @param incarnation one run of one replica
 * @param number tells counts of one incarnation apart: an hour that had been complete can be counted on under another one
 * @param tenant whose events
 * @param hour its first moment in UTC, by when the events were accepted
 * @param accepted activities that are durable on {@link ActivityTopic}, whether or not their sender heard of it
 * @param refused events that the check refused; requests refused as a whole are not among them
 * @param uncertain activities of which nobody knows whether they are durable: the broker did not answer
 * @param complete whether nothing will be added
 */
public record AcceptedCount(
        String incarnation,
        long number,
        String tenant,
        Instant hour,
        long accepted,
        long refused,
        long uncertain,
        boolean complete) {

    public AcceptedCount {
        Objects.requireNonNull(incarnation, "incarnation");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(hour, "hour");
        if (number < 0 || accepted < 0 || refused < 0 || uncertain < 0) {
            throw new IllegalArgumentException("a count cannot be below zero");
        }
    }

    /** The key of its records. */
    public String key() {
        return incarnation + '/' + number + '/' + tenant + '/' + hour;
    }
}
