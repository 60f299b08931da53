package dev.sillage.footprint;

import java.util.Objects;

/**
 * A footprint that takes the place of all that was known of its activity. Of several corrections and retractions of one
 * activity the one that was accepted last counts.
 *
 * @param footprint of the activity that is corrected, computed from what it should have been; {@code acceptedAt} is that
 *     of the correction
 * @param amendment the correction itself, by which a copy of it is told from another one
 */
public record FootprintCorrection(FootprintEvent footprint, ActivityReference amendment) {

    public FootprintCorrection {
        Objects.requireNonNull(footprint, "footprint");
        footprint.activity().checkAmendedBy(amendment);
    }

    /** The CloudEvents id: the same for the same correction, methodology and factor set, whoever computes it. */
    public String id() {
        return amendment.footprintId(footprint.methodology(), footprint.factorSet());
    }
}
