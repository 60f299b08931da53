package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.access.Access;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.avoided.Avoidances;
import dev.sillage.calculation.model.avoided.AvoidedExplanation;
import dev.sillage.calculation.own.OwnFactors;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Estimates one item of a request that is an avoidance: one method, no scenarios. */
@Singleton
class AvoidanceEstimator {
    private static final Set<String> MEMBERS = Set.of("kind", "type", "data", "time");

    private final ActivityOf activityOf;
    private final Access access;
    private final OwnFactors ownFactors;
    private final Avoidances avoidances;

    AvoidanceEstimator(ActivityOf activityOf, Access access, OwnFactors ownFactors, Avoidances avoidances) {
        this.activityOf = activityOf;
        this.access = access;
        this.ownFactors = ownFactors;
        this.avoidances = avoidances;
    }

    /** Whether an item is one. */
    static boolean isMeant(JsonNode item) {
        return item.path("kind").asText().equals(ActivityKind.AVOIDANCE.wireName())
                || item.path("type").asText().equals(ActivityKind.AVOIDANCE.type());
    }

    /**
     * Estimates an item.
     *
     * @param pointer JSON pointer of the item in the body
     */
    AvoidanceEstimate estimate(JsonNode item, String pointer, Presentation presentation) throws ProblemsException {
        EstimateRequestReader.refuseUnknownMembers(item, MEMBERS, pointer);
        ActivityKind kind = EstimateRequestReader.kind(item, pointer);
        Instant time = EstimateRequestReader.time(EstimateRequestReader.text(item, "time", pointer), pointer);
        Avoidance claim =
                (Avoidance) activityOf.read(kind, EstimateRequestReader.data(item, pointer), List.of(), pointer);
        Overrides own = ownFactors.of(access.tenant());
        try {
            AvoidedExplanation explanation =
                    avoidances.explain(claim, new Circumstances(time == null ? Instant.now() : time, own));
            return AvoidanceEstimate.of(
                    claim,
                    time,
                    explanation.avoided(),
                    ownFactors.factorSet(own),
                    presentation.language(),
                    presentation.trace()
                            ? explanation.steps().stream()
                                    .map(step -> TraceStep.of(step, presentation.language()))
                                    .toList()
                            : null);
        } catch (NotComputableException e) {
            throw new ProblemsException(ProblemType.NOT_COMPUTABLE, e.reason() + ": " + e.detail(), pointer + "/data");
        }
    }
}
