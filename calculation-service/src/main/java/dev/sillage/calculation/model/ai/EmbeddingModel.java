package dev.sillage.calculation.model.ai;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Embedding;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.model.Case;
import dev.sillage.calculation.model.CriteriaPlan;
import dev.sillage.calculation.model.KindModel;
import dev.sillage.calculation.model.language.Host;
import dev.sillage.calculation.model.language.ModelResolution;
import dev.sillage.calculation.model.language.ModelResolver;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.RecentValues;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts turned into vectors: {@code sheets/sillage-2026.1/embedding.sheet}. */
final class EmbeddingModel implements KindModel<Embedding> {
    private static final int REMEMBERED = 4096;

    private final ModelResolver models;
    private final Sheet sheet = Sheet.load("sillage-2026.1/embedding");
    private final int requests = sheet.quantity("n");
    private final int read = sheet.quantity("Nr");
    private final int seconds = sheet.quantity("tmax");
    private final int energy = sheet.quantity("Em");
    private final RecentValues<Key, Resolved> plans = new RecentValues<>(REMEMBERED);

    private record Key(
            String provider,
            @Nullable String model,
            @Nullable String zone,
            Object factors) {}

    private record Resolved(
            String provider,
            @Nullable String model,
            String zone,
            Tier tier,
            List<String> warnings,
            CriteriaPlan plan) {}

    EmbeddingModel(ModelResolver models) {
        this.models = models;
    }

    @Override
    public ActivityKind kind() {
        return ActivityKind.EMBEDDING;
    }

    @Override
    public Class<Embedding> type() {
        return Embedding.class;
    }

    @Override
    public Case resolve(Embedding activity, FactorView factors) {
        Resolved resolved = plans.get(
                new Key(activity.provider(), activity.model(), activity.zone(), factors.cacheKey()),
                key -> resolve(key, factors));
        Integer count = activity.requestCount();
        double times = count == null ? 1 : count;
        boolean worked = activity.inputTokens() > 0;
        Measured measured = Measured.of(
                activity.measuredEnergyKwh(), activity.durationSeconds(), worked, times, Double.POSITIVE_INFINITY);
        Quantities quantities = sheet.newQuantities()
                .set(requests, times)
                .set(read, (double) activity.inputTokens())
                .set(seconds, measured.seconds())
                .set(energy, measured.energyKwh());
        List<String> warnings = new ArrayList<>(resolved.warnings());
        warnings.addAll(measured.warnings());
        if (measured.energyKwh() == null) {
            warnings.add("method-embedding-extrapolated");
        }
        if (times > 1) {
            warnings.add("aggregated");
        }
        if (!worked) {
            warnings.add("zero-tokens");
        }
        return new Case(
                resolved.plan(),
                quantities,
                resolved.provider(),
                resolved.model(),
                resolved.zone(),
                measured.energyKwh() == null ? resolved.tier() : Tier.MEASURED,
                warnings,
                Case.delivered("request", times));
    }

    /** A model that the registry does not list is of the size of embedding models, whatever its name reminds of. */
    private Resolved resolve(Key key, FactorView factors) {
        Host host = Host.find(key.provider(), factors.catalogue());
        ModelResolution model = models.resolve(host.modelsOf(), key.model());
        Site site = Site.find(host, key.zone(), factors);
        Serving serving = Serving.machines(factors)
                .putOperands(site.operands())
                .put(
                        "Pa",
                        factors.factor(
                                model.entry() == null ? "embedding.parameters" : model.key() + ".parameters.total"));
        List<String> warnings = new ArrayList<>(model.warnings());
        warnings.addAll(site.warnings());
        return new Resolved(
                host.name(),
                model.name(),
                site.zone(),
                model.tier(),
                List.copyOf(warnings),
                new CriteriaPlan(sheet.plan(Spread.INDEPENDENT, serving.operands())));
    }
}
