package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.Activity;
import dev.sillage.calculation.access.Access;
import dev.sillage.calculation.estimate.EstimateRequest.Scenario;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.own.OwnFactors;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Estimates one item of a request, and what stands beside it. */
@Singleton
class Estimator {
    private final EstimateRequestReader reader;
    private final ActivityOf activityOf;
    private final Access access;
    private final OwnFactors ownFactors;
    private final PublishedFinder published;

    Estimator(
            EstimateRequestReader reader,
            ActivityOf activityOf,
            Access access,
            OwnFactors ownFactors,
            PublishedFinder published) {
        this.reader = reader;
        this.activityOf = activityOf;
        this.access = access;
        this.ownFactors = ownFactors;
        this.published = published;
    }

    /**
     * Estimates an item.
     *
     * @param pointer JSON pointer of the item in the body
     */
    Estimate estimate(JsonNode item, String pointer, Presentation presentation) throws ProblemsException {
        EstimateRequest request = reader.read(item, pointer);
        Instant now = Instant.now();
        Methodology first = request.methodologies().get(0);
        Estimate estimate = estimate(request, first, List.of(request.with()), now, pointer, presentation);
        return request.scenarios().isEmpty() && request.methodologies().size() == 1
                ? estimate
                : estimate.beside(
                        methodologies(estimate, request, now, pointer, presentation),
                        scenarios(estimate, request, now, pointer, presentation));
    }

    private List<Comparison> methodologies(
            Estimate first, EstimateRequest request, Instant now, String pointer, Presentation presentation) {
        List<Comparison> others = new ArrayList<>();
        for (Methodology other :
                request.methodologies().subList(1, request.methodologies().size())) {
            try {
                others.add(Comparison.of(
                        other.id(),
                        first,
                        estimate(request, other, List.of(request.with()), now, pointer, presentation)));
            } catch (ProblemsException e) {
                others.add(Comparison.refused(other.id(), e.problems()));
            }
        }
        return others;
    }

    private List<Comparison> scenarios(
            Estimate first, EstimateRequest request, Instant now, String pointer, Presentation presentation) {
        List<Comparison> others = new ArrayList<>();
        for (Scenario scenario : request.scenarios()) {
            try {
                others.add(Comparison.of(
                        scenario.name(),
                        first,
                        estimate(
                                request,
                                request.methodologies().get(0),
                                List.of(request.with(), scenario.with()),
                                now,
                                pointer,
                                presentation)));
            } catch (ProblemsException e) {
                others.add(Comparison.refused(scenario.name(), e.problems()));
            }
        }
        return others;
    }

    /** With the later layers over the earlier. */
    private Estimate estimate(
            EstimateRequest request,
            Methodology methodology,
            List<With> layers,
            Instant now,
            String pointer,
            Presentation presentation)
            throws ProblemsException {
        Activity activity = activityOf.read(request.kind(), request.data(), layers, pointer);
        Instant asked = request.time();
        Overrides overrides = ownFactors.of(access.tenant());
        for (With layer : layers) {
            asked = layer.time() == null ? asked : layer.time();
            overrides = layer.factors().over(overrides);
        }
        try {
            Explanation explanation =
                    methodology.explain(activity, new Circumstances(asked == null ? now : asked, overrides));
            return presentation.present(
                    request.kind(),
                    asked,
                    explanation,
                    ownFactors.factorSet(overrides),
                    layers,
                    published.beside(request.kind(), explanation.footprint()));
        } catch (NotComputableException e) {
            throw new ProblemsException(ProblemType.NOT_COMPUTABLE, e.reason() + ": " + e.detail(), pointer + "/data");
        }
    }
}
