package dev.sillage.reporting.account;

import java.time.Instant;

/**
 * A result that came.
 *
 * @param tenant whose activity it is of
 * @param partition where it came
 * @param acceptedAt when ingestion took the activity
 * @param occurredAt when the activity ended
 */
public record Arrival(String tenant, int partition, Instant acceptedAt, Instant occurredAt) {}
