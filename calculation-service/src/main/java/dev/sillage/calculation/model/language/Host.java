package dev.sillage.calculation.model.language;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who ran a model. What a provider does not tell is taken from the widest row of the table.
 *
 * @param name as resolved; a provider that is not known keeps its name
 * @param modelsOf the registry that lists the models it runs, when one does
 * @param zone where it runs them unless told otherwise, when known
 * @param pueKey the key of its power usage effectiveness
 * @param wueKey the key of its water usage effectiveness
 * @param warnings stable codes of what was assumed
 */
public record Host(
        String name,
        @Nullable String modelsOf,
        @Nullable String zone,
        String pueKey,
        String wueKey,
        List<String> warnings) {

    public Host {
        warnings = List.copyOf(warnings);
    }

    /** The provider of that name, in any case and by any name that is known. */
    public static Host find(String name, FactorCatalogue catalogue) {
        List<String> warnings = new ArrayList<>();
        Provider unknown = catalogue.providers().unknown();
        Optional<Provider> known = catalogue.providers().find(name);
        if (known.isEmpty()) {
            warnings.add("provider-fallback");
        }
        Provider provider = known.orElse(unknown);
        Provider water = provider;
        if (provider.wueLow() == null) {
            warnings.add("wue-fallback");
            water = unknown;
        }
        return new Host(
                known.map(Provider::id).orElse(name),
                provider.modelsOf(),
                provider.zone(),
                provider.key() + ".pue",
                water.key() + ".wue",
                warnings);
    }
}
