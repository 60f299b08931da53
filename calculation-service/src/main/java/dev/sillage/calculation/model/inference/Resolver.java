package dev.sillage.calculation.model.inference;

import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.sheet.RecentValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves provider, model and zone together, and remembers: a stream asks for the same few again and again. */
final class Resolver {
    private static final int REMEMBERED = 2048;

    private final ModelResolver models;
    private final SiteResolver sites;
    private final RecentValues<Names, Resolution> recent = new RecentValues<>(REMEMBERED);

    private record Names(
            String provider,
            @Nullable String model,
            @Nullable String zone) {}

    Resolver(FactorCatalogue catalogue, EcologitsFactors factors) {
        this.models = new ModelResolver(catalogue.models(), catalogue.modelClasses());
        this.sites = new SiteResolver(catalogue, factors);
    }

    Resolution resolve(LlmInference activity) {
        return recent.get(new Names(activity.provider(), activity.model(), activity.zone()), this::resolve);
    }

    private Resolution resolve(Names names) {
        SiteResolver.Found site = sites.resolve(names.provider(), names.zone());
        ModelResolver.Found model = models.resolve(site.modelsOf(), names.model());
        List<String> warnings = new ArrayList<>(model.warnings());
        warnings.addAll(site.warnings());
        return new Resolution(
                site.provider(),
                model.name(),
                site.zone(),
                model.tier(),
                warnings,
                model.parameters(),
                model.key(),
                site.site(),
                site.pueKey(),
                site.wueKey());
    }
}
