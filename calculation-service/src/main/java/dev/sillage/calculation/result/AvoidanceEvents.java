package dev.sillage.calculation.result;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.avoided.Avoidances;
import dev.sillage.calculation.model.avoided.Avoided;
import dev.sillage.calculation.own.OwnFactors;
import dev.sillage.calculation.read.ReadActivity;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.SignedFigure;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes what was avoided, rounded once, as footprints are. */
@Singleton
public class AvoidanceEvents {
    private final Avoidances avoidances;
    private final Reading reading;
    private final OwnFactors ownFactors;

    public AvoidanceEvents(Avoidances avoidances, Reading reading, OwnFactors ownFactors) {
        this.avoidances = avoidances;
        this.reading = reading;
        this.ownFactors = ownFactors;
    }

    /**
     * What was avoided.
     *
     * @param own what the tenant of the activity set
     * @throws RefusedException when that cannot be told
     */
    public AvoidanceEvent of(Attributes attributes, Given given, Overrides own) throws RefusedException {
        ReadActivity read = reading.activity(ActivityKind.AVOIDANCE, given);
        Avoidance claim = (Avoidance) read.activity();
        return RefusedException.unless(() -> event(
                attributes,
                read.labels(),
                claim,
                avoidances.avoided(claim, new Circumstances(attributes.time(), own)),
                ownFactors.factorSet(own),
                SenderData.of(given.data())));
    }

    private static AvoidanceEvent event(
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
                data == null ? Footprints.withNotKept(avoided.warnings()) : avoided.warnings(),
                data);
    }

    private static SignedFigure signed(Range range) {
        return SignedFigure.rounded(range.low(), range.central(), range.high());
    }

    private static @Nullable Figure exactly(@Nullable Double kgCo2e) {
        return kgCo2e == null ? null : Figure.rounded(kgCo2e, kgCo2e, kgCo2e);
    }
}
