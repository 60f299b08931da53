package dev.sillage.calculation.model.ecologits;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.language.Host;
import dev.sillage.calculation.model.language.ModelResolution;
import dev.sillage.calculation.model.language.ModelResolver;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests to text models: {@code sheets/ecologits-<edition>/llm-inference.sheet}. */
final class EcologitsInference implements KindModel<LlmInference> {
    private static final int REMEMBERED = 2048;

    private final Edition edition;
    private final ModelResolver models;
    private final Sheet sheet;
    private final int requests;
    private final int input;
    private final int output;
    private final int duration;
    private final int measured;
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(REMEMBERED);

    private record Key(
            String provider,
            @Nullable String model,
            @Nullable String zone,
            Object factors) {}

    /** What the names stand for, and the plan for them. */
    private record Resolved(
            String provider,
            @Nullable String model,
            String zone,
            Tier tier,
            List<String> warnings,
            boolean takesTimeAtLeast,
            CriteriaPlan plan) {}

    EcologitsInference(Edition edition, FactorCatalogue catalogue) {
        this.edition = edition;
        this.models = ModelResolver.of(catalogue);
        this.sheet = Sheet.load("ecologits-" + edition.date() + "/llm-inference");
        this.requests = sheet.quantity("n");
        this.input = edition.countsInput() ? sheet.quantity("Nin") : -1;
        this.output = sheet.quantity("Nout");
        this.duration = sheet.quantity("tmax");
        this.measured = sheet.quantity("Em");
    }

    @Override
    public ActivityKind kind() {
        return ActivityKind.LLM_INFERENCE;
    }

    @Override
    public Class<LlmInference> type() {
        return LlmInference.class;
    }

    @Override
    public Case resolve(LlmInference activity, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(activity.provider(), activity.model(), activity.zone(), factors.cacheKey()),
                key -> resolve(key, factors));
        Integer count = activity.requestCount();
        int times = count == null ? 1 : count;
        Quantities quantities = sheet.newQuantities()
                .set(requests, (double) times)
                .set(output, (double) activity.outputTokens())
                .set(duration, activity.durationSeconds())
                .set(measured, activity.measuredEnergyKwh());
        if (input >= 0) {
            quantities.set(input, (double) activity.inputTokens());
        }
        return new Case(
                resolved.plan(),
                quantities,
                resolved.provider(),
                resolved.model(),
                resolved.zone(),
                activity.measuredEnergyKwh() == null ? resolved.tier() : Tier.MEASURED,
                warnings(resolved, activity, times),
                Case.delivered("request", times));
    }

    private static List<String> warnings(Resolved resolved, LlmInference activity, int times) {
        Double seconds = activity.durationSeconds();
        Double energy = activity.measuredEnergyKwh();
        boolean writesNothing = activity.outputTokens() == 0;
        boolean untimed = (seconds != null && seconds == 0) || (writesNothing && !resolved.takesTimeAtLeast());
        boolean costsNothing = energy == null ? writesNothing && untimed : energy == 0;
        if (times == 1 && !untimed && !costsNothing) {
            return resolved.warnings();
        }
        List<String> warnings = new ArrayList<>(resolved.warnings());
        if (times > 1) {
            warnings.add("aggregated");
        }
        // Nothing written and nothing timed: the formulas give nothing, which must not pass for no footprint.
        if (costsNothing) {
            warnings.add("zero-energy");
        }
        if (untimed) {
            warnings.add("zero-latency");
        }
        return warnings;
    }

    private Resolved resolve(Key key, FactorView factors) {
        Host host = Host.find(key.provider(), factors.catalogue());
        ModelResolution model = models.resolve(host.modelsOf(), key.model());
        List<String> warnings = new ArrayList<>(model.warnings());
        warnings.addAll(host.warnings());
        String zone = zone(host, key.zone(), warnings, factors);
        if (zone.equals(Zones.WORLD)) {
            warnings.add("world-mix-pe-adpe-suspect");
        }
        Map<String, Operand> operands = Constants.of(edition, model.key(), host.pueKey(), host.wueKey(), zone, factors);
        return new Resolved(
                host.name(),
                model.name(),
                zone,
                model.tier(),
                List.copyOf(warnings),
                edition.countsInput() || operands.containsKey("ttft"),
                new CriteriaPlan(sheet.plan(Spread.ENDS, operands)));
    }

    /** The zone that the sender names, else the provider's default, else the world. */
    private static String zone(Host host, @Nullable String name, List<String> warnings, FactorView factors) {
        if (name != null && !name.isBlank()) {
            Optional<String> given = factors.catalogue()
                    .zones()
                    .find(name)
                    .map(Zones.Zone::code)
                    .filter(code -> factors.find("ecologits.mix.gwp", code) != null);
            if (given.isPresent()) {
                return given.get();
            }
            warnings.add("zone-fallback");
        }
        String usual = host.zone();
        if (usual != null) {
            return usual;
        }
        if (!warnings.contains("zone-fallback")) {
            warnings.add("zone-fallback");
        }
        return Zones.WORLD;
    }
}
