package dev.sillage.calculation.model.inference;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Provider;
import dev.sillage.footprint.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which model a name is taken for, the way activities are read. */
public final class ModelLookup {
    private final FactorCatalogue factors;
    private final ModelResolver resolver;

    /** Over the registry of that factor set. */
    public ModelLookup(FactorCatalogue factors) {
        this.factors = factors;
        this.resolver = new ModelResolver(factors.models(), factors.modelClasses());
    }

    /**
     * What a name was taken for.
     *
     * @param model its name in the registry; as given when it is in none
     * @param key what the keys of its factors begin with; that of a class when it is in no registry
     * @param tier how well it is known
     * @param warnings stable codes of every assumption
     */
    public record Match(@Nullable String model, String key, Tier tier, List<String> warnings) {}

    /** Resolves a name; a provider that is not known, or null, is as good as none. */
    public Match resolve(@Nullable String provider, String name) {
        String listedAt = provider == null
                ? null
                : factors.providers().find(provider).map(Provider::modelsOf).orElse(null);
        ModelResolver.Found found = resolver.resolve(listedAt, name);
        return new Match(found.name(), found.key(), found.tier(), List.copyOf(found.warnings()));
    }
}
