package dev.sillage.calculation.model.avoided;

import dev.sillage.calculation.model.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an activity avoided; below zero it has added.
 *
 * @param methodology id of the method
 * @param zone whose factors were used; null when none differs by place
 * @param avoidedKgCo2e second order less first order less rebound, as far as these are known
 * @param secondOrderKgCo2e reference less solution; of electricity at the margin of the grid
 * @param averageSecondOrderKgCo2e the same with the average of the grid; null when no electricity is concerned
 * @param firstOrderKgCo2e footprint of the solution itself, null when it is unknown
 * @param reboundKgCo2e what rebound took back, null when it is unknown
 * @param publicUse whether the tier allows it to be told to the public (ITU-T L.1480)
 * @param warnings stable codes of what the reader must know
 */
public record Avoided(
        String methodology,
        @Nullable String zone,
        Range avoidedKgCo2e,
        Range secondOrderKgCo2e,
        @Nullable Range averageSecondOrderKgCo2e,
        @Nullable Double firstOrderKgCo2e,
        @Nullable Double reboundKgCo2e,
        boolean publicUse,
        List<String> warnings) {

    public Avoided {
        warnings = List.copyOf(warnings);
    }
}
