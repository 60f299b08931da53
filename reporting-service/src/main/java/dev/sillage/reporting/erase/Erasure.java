package dev.sillage.reporting.erase;

import java.time.Instant;
import java.util.UUID;

/**
 * A person was taken out of the ledger; in the shape of its JSON.
 *
 * @param activities how many lost their subject
 */
public record Erasure(UUID id, String requestedBy, Instant requestedAt, String reason, long activities) {}
