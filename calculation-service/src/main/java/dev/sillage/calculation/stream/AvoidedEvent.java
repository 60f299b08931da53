package dev.sillage.calculation.stream;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.avoided.Avoided;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.SignedFigure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of what was avoided, rounded once, as footprints are. */
final class AvoidedEvent {
    private AvoidedEvent() {}

    static AvoidanceEvent of(
            Attributes attributes,
            Map<String, String> labels,
            Avoidance claim,
            Avoided avoided,
            String factorSet,
            @Nullable String data) {
        return new AvoidanceEvent(
                attributes.activity(),
                attributes.time(),
                attributes.acceptedAt(),
                labels,
                claim.lever(),
                avoided.zone(),
                signed(avoided.avoidedKgCo2e()),
                signed(avoided.secondOrderKgCo2e()),
                exactly(avoided.firstOrderKgCo2e()),
                exactly(avoided.reboundKgCo2e()),
                claim.reference(),
                claim.evidence(),
                claim.rebound(),
                claim.tier(),
                avoided.publicUse(),
                avoided.methodology(),
                factorSet,
                data == null ? FootprintCalculation.withNotKept(avoided.warnings()) : avoided.warnings(),
                data);
    }

    private static SignedFigure signed(Range range) {
        return SignedFigure.rounded(range.low(), range.central(), range.high());
    }

    private static @Nullable Figure exactly(@Nullable Double kgCo2e) {
        return kgCo2e == null ? null : Figure.rounded(kgCo2e, kgCo2e, kgCo2e);
    }
}
