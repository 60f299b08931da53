package dev.sillage.calculation.model.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.footprint.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceVectorsTest {
    private static final Set<String> NOT_YET_COMPUTED = Set.of("ecologits-video-2026-06", "training");
    private static final String OVERRIDES = "ecologits-2026-03-overrides";

    private final FactorCatalogue catalogue = FactorCatalogue.load();
    private final VectorFile vectors = VectorFile.read();

    @ParameterizedTest
    @EnumSource
    void everyCaseOfAnEditionIsReproduced(Edition edition) throws Exception {
        String set = "ecologits-" + edition.date();
        VectorComparison comparison = new VectorComparison();
        for (JsonNode vector : vectors.set(set)) {
            if (vector.get("errors").isEmpty()) {
                reproduce(edition, vector, comparison);
            } else {
                fallBack(edition, vector, comparison);
            }
        }
        report(set, comparison);
    }

    @Test
    void everyCaseWithExplicitParametersIsReproduced() {
        VectorComparison comparison = new VectorComparison();
        for (JsonNode vector : vectors.set(OVERRIDES)) {
            String id = vector.get("id").asText();
            try {
                Overrides overrides = Overrides.of(vector.get("input"), hardware(Edition.MARCH_2026));
                InferenceEngine engine = new InferenceEngine(Edition.MARCH_2026, overrides.hardware());
                comparison.compare(
                        id, vector.get("expected"), engine.low(overrides.request()), engine.high(overrides.request()));
            } catch (IllegalArgumentException e) {
                comparison.fail(id + ": cannot be mapped: " + e.getMessage());
            }
        }
        report(OVERRIDES, comparison);
    }

    @Test
    void everySetIsEitherComputedOrListed() {
        List<String> sets = new ArrayList<>(vectors.sets().keySet());
        sets.removeAll(List.of("ecologits-2026-03", "ecologits-2026-09", OVERRIDES));
        sets.forEach(set -> System.out.printf(
                "vectors %s: %d cases, not yet computed%n",
                set, vectors.set(set).size()));
        assertThat(NOT_YET_COMPUTED).containsAll(sets);
    }

    private void reproduce(Edition edition, JsonNode vector, VectorComparison comparison) throws Exception {
        JsonNode input = vector.get("input");
        String id = vector.get("id").asText();
        LlmInference activity = activity(input, text(input, "zone"));
        EcologitsFactors factors = new EcologitsFactors(catalogue, edition);
        Resolution resolution = new Resolver(catalogue, factors).resolve(activity);
        InferenceParameters request = new InferenceParameters(
                resolution.modelParameters(),
                resolution.site(),
                number(input, "input_tokens"),
                activity.outputTokens(),
                activity.durationSeconds(),
                null);
        InferenceEngine engine = new InferenceEngine(edition, factors.hardware());
        Calculation calculation = new Calculation(resolution, request, 1, engine.low(request), engine.high(request));
        comparison.compare(id, vector.get("expected"), calculation.low(), calculation.high());

        Footprint footprint = calculation.footprint("test");
        List<String> expectedWarnings = new ArrayList<>();
        vector.get("warnings").forEach(warning -> expectedWarnings.add(warning.asText()));
        if (!warningsOfTheOrigin(footprint).equals(expectedWarnings)) {
            comparison.fail(id + ": expected warnings " + expectedWarnings + " but was " + footprint.warnings());
        }
        if (!resolution.zone().equals(vector.get("resolved").get("zone").asText())) {
            comparison.fail(id + ": zone " + resolution.zone());
        }
        boolean inputMatters = edition.countsInput() && number(input, "input_tokens") == null;
        Footprint published = method(edition).footprint(activity);
        if (!inputMatters && !published.figures().equals(footprint.figures())) {
            comparison.fail(id + ": the method gives " + published.figures() + ", the engine " + footprint.figures());
        }
    }

    /** Where the origin refuses to answer, ours answers and says what it assumed. */
    private void fallBack(Edition edition, JsonNode vector, VectorComparison comparison) throws Exception {
        JsonNode input = vector.get("input");
        String id = vector.get("id").asText();
        LlmInference activity = activity(input, text(input, "zone"));
        Footprint footprint = method(edition).footprint(activity);
        String error = vector.get("errors").get(0).asText();
        if (error.equals("model-not-registered")) {
            boolean found = footprint.warnings().contains("model-of-other-provider")
                    || !activity.model().equals(footprint.model());
            if (!found && !footprint.warnings().contains("model-class-fallback")) {
                comparison.fail(id + ": expected model-class-fallback, was " + footprint.warnings());
            }
        } else if (error.equals("zone-not-registered")) {
            // An alpha-2 code is a good zone to us; any other falls back to the provider's default.
            Optional<String> known = catalogue.zones().find(activity.zone()).map(Zones.Zone::code);
            boolean usable = known.isPresent()
                    && catalogue.find("ecologits.mix.gwp", known.get()).isPresent();
            Footprint same = method(edition).footprint(activity(input, usable ? known.get() : null));
            if (footprint.warnings().contains("zone-fallback") == usable
                    || !same.figures().equals(footprint.figures())) {
                comparison.fail(id + ": expected the zone " + same.zone() + ", was " + footprint);
            }
        } else {
            comparison.fail(id + ": cannot be mapped: " + error);
        }
        if (footprint.figures().get(Criterion.ENERGY).low() <= 0) {
            comparison.fail(id + ": a silent zero");
        }
    }

    private static List<String> warningsOfTheOrigin(Footprint footprint) {
        return footprint.warnings().stream()
                .filter(warning -> warning.startsWith("model-arch-") || warning.contains("fallback"))
                .toList();
    }

    private void report(String set, VectorComparison comparison) {
        int cases = vectors.set(set).size();
        long failed = comparison.failures().stream()
                .map(failure -> failure.split("[ :]", 2)[0])
                .distinct()
                .count();
        System.out.printf(
                "vectors %s: %d cases, %d passed, largest relative error %.2g%n",
                set, cases, cases - failed, comparison.largestRelativeError());
        assertThat(comparison.failures()).isEmpty();
        assertThat(cases).as("cases in " + set).isPositive();
    }

    private Methodology method(Edition edition) {
        return Methodologies.of(catalogue).byId("ecologits-" + edition.date()).orElseThrow();
    }

    private HardwareParameters hardware(Edition edition) {
        return new EcologitsFactors(catalogue, edition).hardware();
    }

    private static LlmInference activity(JsonNode input, String zone) {
        Double inputTokens = number(input, "input_tokens");
        return new LlmInference(
                input.get("provider").asText(),
                input.get("model").asText(),
                inputTokens == null ? 0 : inputTokens.longValue(),
                input.get("output_tokens").asLong(),
                null,
                null,
                null,
                null,
                number(input, "request_latency_s"),
                zone,
                null);
    }

    static Double number(JsonNode input, String name) {
        return input.hasNonNull(name) ? input.get(name).asDouble() : null;
    }

    private static String text(JsonNode input, String name) {
        return input.hasNonNull(name) ? input.get(name).asText() : null;
    }
}
