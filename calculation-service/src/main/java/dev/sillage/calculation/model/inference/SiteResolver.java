package dev.sillage.calculation.model.inference;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Provider;
import dev.sillage.calculation.factor.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a request ran: the data centre by provider, the electricity by the zone that the sender names, else by
 * the provider's default, else of the world. What the provider does not tell comes from the widest row.
 */
final class SiteResolver {
    private final FactorCatalogue catalogue;
    private final EcologitsFactors factors;

    SiteResolver(FactorCatalogue catalogue, EcologitsFactors factors) {
        this.catalogue = catalogue;
        this.factors = factors;
    }

    /** A site as it was found. */
    record Found(
            String provider,
            @Nullable String modelsOf,
            String zone,
            InferenceParameters.Site site,
            String pueKey,
            String wueKey,
            List<String> warnings) {}

    Found resolve(String providerName, @Nullable String zoneName) {
        List<String> warnings = new ArrayList<>();
        Provider unknown = catalogue.providers().unknown();
        Optional<Provider> known = catalogue.providers().find(providerName);
        if (known.isEmpty()) {
            warnings.add("provider-fallback");
        }
        Provider provider = known.orElse(unknown);
        Provider water = provider;
        if (provider.wueLow() == null) {
            warnings.add("wue-fallback");
            water = unknown;
        }
        String zone = zone(provider, zoneName, warnings);
        if (zone.equals(Zones.WORLD)) {
            warnings.add("world-mix-pe-adpe-suspect");
        }
        InferenceParameters.Mix mix = factors.mix(zone)
                .orElseThrow(() -> new IllegalStateException("the catalogue was checked to have a mix of " + zone));
        InferenceParameters.Site site =
                new InferenceParameters.Site(new Bounds(provider.pueLow(), provider.pueHigh()), wue(water), mix);
        return new Found(
                known.map(Provider::id).orElse(providerName),
                provider.modelsOf(),
                zone,
                site,
                provider.key() + ".pue",
                water.key() + ".wue",
                warnings);
    }

    private String zone(Provider provider, @Nullable String name, List<String> warnings) {
        if (name != null && !name.isBlank()) {
            Optional<String> given = catalogue
                    .zones()
                    .find(name)
                    .map(Zones.Zone::code)
                    .filter(code -> factors.mix(code).isPresent());
            if (given.isPresent()) {
                return given.get();
            }
            warnings.add("zone-fallback");
        }
        String usual = provider.zone();
        if (usual != null) {
            return usual;
        }
        if (!warnings.contains("zone-fallback")) {
            warnings.add("zone-fallback");
        }
        return Zones.WORLD;
    }

    private static Bounds wue(Provider provider) {
        Double low = provider.wueLow();
        Double high = provider.wueHigh();
        if (low == null || high == null) {
            throw new IllegalStateException("the catalogue was checked to have a WUE for unknown providers");
        }
        return new Bounds(low, high);
    }
}
