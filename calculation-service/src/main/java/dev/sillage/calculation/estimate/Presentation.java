package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How answers are shown.
 *
 * @param language of texts
 * @param trace whether the steps are shown
 */
record Presentation(Language language, boolean trace) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    Estimate present(
            ActivityKind kind,
            @Nullable Instant time,
            Explanation explanation,
            String factorSet,
            List<With> layers,
            @Nullable List<PublishedBeside> published) {
        Footprint footprint = explanation.footprint();
        Map<String, Estimate.UnitFigure> figures = new LinkedHashMap<>();
        footprint
                .published()
                .forEach((criterion, figure) ->
                        figures.put(criterion.wireName(), Estimate.UnitFigure.of(criterion, figure)));
        List<String> warnings = warnings(explanation, layers);
        SoftwareCarbonIntensity sci = SoftwareCarbonIntensity.of(footprint);
        With last = layers.get(layers.size() - 1);
        return new Estimate(
                kind.wireName(),
                time == null ? null : time.toString(),
                footprint.provider(),
                footprint.model(),
                footprint.zone(),
                figures,
                footprint.methodology(),
                factorSet,
                footprint.tier().wireName(),
                warnings,
                last.isNothing() ? null : JSON.convertValue(last.asked(), MEMBERS),
                sci,
                published,
                language.tag(),
                new EstimateText(language).of(kind, explanation, factorSet, warnings, sci, trace),
                trace
                        ? explanation.steps().stream()
                                .map(step -> TraceStep.of(step, language))
                                .toList()
                        : null,
                null,
                null);
    }

    /** Those of the footprint, and a factor that was set for nothing. */
    private static List<String> warnings(Explanation explanation, List<With> layers) {
        Set<String> unused = new TreeSet<>();
        layers.forEach(layer -> unused.addAll(layer.factors().keys()));
        if (unused.isEmpty()) {
            return explanation.footprint().warnings();
        }
        unused.removeAll(explanation.steps().stream()
                .flatMap(step -> step.factors().stream())
                .filter(factor -> Overrides.QUALITY.equals(factor.quality()))
                .map(Explanation.FactorUse::key)
                .collect(Collectors.toSet()));
        List<String> warnings = new ArrayList<>(explanation.footprint().warnings());
        unused.forEach(key -> warnings.add("with-unused:" + key));
        return warnings;
    }
}
