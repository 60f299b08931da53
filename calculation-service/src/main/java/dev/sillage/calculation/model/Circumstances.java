package dev.sillage.calculation.model;

import dev.sillage.calculation.factor.Overrides;
import java.time.Instant;

/**
 * What a footprint depends on beside the activity itself.
 *
 * @param time when the activity ended: factors are chosen for it
 * @param overrides what its tenant set
 */
public record Circumstances(Instant time, Overrides overrides) {

    /** With the newest factors of the catalogue. */
    public static final Circumstances NEWEST = at(Instant.parse("9999-12-31T00:00:00Z"));

    /** At that time, with the factors of the catalogue. */
    public static Circumstances at(Instant time) {
        return new Circumstances(time, Overrides.NONE);
    }
}
