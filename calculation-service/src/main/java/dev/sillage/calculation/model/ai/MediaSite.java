package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.CloudSite;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Provider;
import dev.sillage.calculation.model.place.Place;
import dev.sillage.calculation.model.place.Places;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a model that makes images or videos runs: the site by provider, the electricity by the country or cloud region
 * that the sender names, else by the provider's default, else of the world.
 *
 * @param provider as results name it
 * @param zone as results name it
 * @param operands of the sheet {@code accelerators}: PUE, WUE and those of the electricity
 * @param warnings what had to be assumed
 */
record MediaSite(String provider, String zone, Map<String, Operand> operands, List<String> warnings) {

    /**
     * The site.
     *
     * @param maker who runs the model as far as the registry knows, for a provider that is not known
     */
    static MediaSite find(String providerName, @Nullable String maker, @Nullable String zoneName, FactorView factors) {
        List<String> warnings = new ArrayList<>();
        Provider unknown = factors.catalogue().providers().unknown();
        Optional<Provider> known = factors.catalogue().providers().find(providerName);
        Optional<Provider> made = Optional.ofNullable(maker)
                .flatMap(name -> factors.catalogue().providers().find(name));
        if (known.isEmpty()) {
            warnings.add("provider-fallback");
        }
        Provider provider = known.or(() -> made).orElse(unknown);
        Provider water = provider;
        if (provider.wueLow() == null) {
            warnings.add("wue-fallback");
            water = unknown;
        }
        Map<String, Operand> site = new HashMap<>();
        site.put("PUE", Operand.of(factors.factor(provider.key() + ".pue")));
        site.put("WUE", Operand.of(factors.factor(water.key() + ".wue")));
        Place place = place(providerName, zoneName, provider, factors, warnings, site);
        site.putAll(place.electricity());
        Factor metals = factors.find("grid.adpe", place.zone());
        if (metals != null) {
            site.put("ADPF", Operand.of(metals));
        }
        return new MediaSite(
                known.map(Provider::id).orElse(providerName),
                place.zone(),
                Map.copyOf(site),
                warnings.stream().distinct().toList());
    }

    private static Place place(
            String providerName,
            @Nullable String zoneName,
            Provider provider,
            FactorView factors,
            List<String> warnings,
            Map<String, Operand> site) {
        if (zoneName != null && !zoneName.isBlank()) {
            CloudSite region = factors.catalogue()
                    .cloudRegions()
                    .find(providerName, zoneName)
                    .orElse(null);
            if (region != null) {
                put(site, "PUE", region.pue());
                put(site, "WUE", region.wue());
            }
            Place told = Places.find(
                    region == null
                            ? zoneName
                            : Objects.requireNonNullElse(region.region().zone(), zoneName),
                    factors);
            if (told.told()) {
                return told;
            }
            warnings.add("zone-fallback");
        } else if (provider.zone() == null) {
            warnings.add("zone-fallback");
        }
        return Places.find(provider.zone(), factors);
    }

    private static void put(Map<String, Operand> site, String symbol, @Nullable Factor factor) {
        if (factor != null) {
            site.put(symbol, Operand.of(factor));
        }
    }
}
