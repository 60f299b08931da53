package dev.sillage.calculation.model.inference;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import java.util.Set;

/**
 * EcoLogits for requests to text models. The formulas, and the order in which they are evaluated, stand in
 * {@link InferenceEngine}.
 *
 * <ul>
 *   <li>Several requests: the average request (tokens and measured energy divided by their number) is computed and
 *       both bounds are multiplied by the number.
 *   <li>The duration, which is the mean already, caps the modelled time.
 *   <li>A measured energy is IT energy: PUE comes on top; the hardware's share is modelled all the same.
 *   <li>Low and high are the ends of the published parameters, PUE and WUE; central is their arithmetic mean. A model
 *       with known parameters at a provider with one PUE has a range of zero width, as at the origin.
 *   <li>Market-based greenhouse gases have no data and are absent.
 * </ul>
 */
public final class EcologitsMethodology implements Methodology {
    private static final Set<ActivityKind> KINDS = Set.of(ActivityKind.LLM_INFERENCE);

    private final String id;
    private final String description;
    private final String source;
    private final InferenceEngine engine;
    private final Resolver resolver;
    private final InferenceExplanation explanation;

    private EcologitsMethodology(Edition edition, String description, String source, FactorCatalogue catalogue) {
        this.id = "ecologits-" + edition.date();
        this.description = description;
        this.source = source;
        EcologitsFactors factors = new EcologitsFactors(catalogue, edition);
        this.engine = new InferenceEngine(edition, factors.hardware());
        this.resolver = new Resolver(catalogue, factors);
        this.explanation = new InferenceExplanation(catalogue, edition);
    }

    /** {@code ecologits-2026-03}: as released, PUE twice in the water and no effect of the input included. */
    public static EcologitsMethodology march2026(FactorCatalogue catalogue) {
        return new EcologitsMethodology(
                Edition.MARCH_2026,
                "EcoLogits of March 2026 for text generation, reproduced as it was released.",
                "https://github.com/mlco2/ecologits, commit 5be90da of 2026-03-13",
                catalogue);
    }

    /** {@code ecologits-2026-09}: water mended; reading the input, network and building added. */
    public static EcologitsMethodology september2026(FactorCatalogue catalogue) {
        return new EcologitsMethodology(
                Edition.SEPTEMBER_2026,
                "EcoLogits of September 2026 for text generation: water mended; input, network and building added.",
                "https://github.com/mlco2/ecologits, texts of commit 4c552f64 of 2026-09",
                catalogue);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<ActivityKind> kinds() {
        return KINDS;
    }

    @Override
    public Footprint footprint(Activity activity, Circumstances circumstances) throws NotComputableException {
        return calculate(activity).footprint(id);
    }

    @Override
    public Explanation explain(Activity activity, Circumstances circumstances) throws NotComputableException {
        Calculation calculation = calculate(activity);
        return new Explanation(calculation.footprint(id), explanation.steps(calculation));
    }

    private Calculation calculate(Activity activity) throws NotComputableException {
        if (!(activity instanceof LlmInference inference)) {
            throw new NotComputableException(
                    "kind-not-computed",
                    id + " does not compute " + activity.kind().wireName());
        }
        Resolution resolution = resolver.resolve(inference);
        double requests = inference.requestCount() == null ? 1 : inference.requestCount();
        Double measured = inference.measuredEnergyKwh();
        InferenceParameters request = new InferenceParameters(
                resolution.modelParameters(),
                resolution.site(),
                inference.inputTokens() / requests,
                inference.outputTokens() / requests,
                inference.durationSeconds(),
                measured == null ? null : (Double) (measured / requests));
        return new Calculation(resolution, request, requests, engine.low(request), engine.high(request));
    }
}
