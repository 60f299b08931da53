package dev.sillage.calculation.model.cloud;

import dev.sillage.calculation.factor.CloudRegion;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something runs: a region of a provider, else a country, else the world.
 *
 * @param provider short name, null when it is not known
 * @param region the region, null when it is not known
 * @param zone its country, or the world
 * @param warnings what had to be assumed
 */
record Location(@Nullable String provider, @Nullable CloudRegion region, String zone, List<String> warnings) {
    private static final List<String> PROVIDERS = List.of("aws", "azure", "gcp", "ovhcloud", "scaleway", "oracle");

    static Location find(@Nullable String providerName, @Nullable String name, FactorView factors) {
        String provider =
                providerName == null ? null : factors.catalogue().cloudRegions().provider(providerName);
        if (name == null) {
            return new Location(provider, null, Zones.WORLD, List.of());
        }
        List<String> warnings = new ArrayList<>();
        CloudRegion region = provider == null ? ofAnyProvider(name, factors) : region(provider, name, factors);
        if (region != null) {
            if (provider == null) {
                provider = region.provider();
                warnings.add("provider-assumed:" + provider);
            }
            String zone = region.zone();
            return new Location(provider, region, zone == null ? Zones.WORLD : zone, List.copyOf(warnings));
        }
        String zone =
                factors.catalogue().zones().find(name).map(Zones.Zone::code).orElse(null);
        if (zone == null) {
            warnings.add(provider == null ? "zone-fallback" : "region-fallback");
        }
        return new Location(provider, null, zone == null ? Zones.WORLD : zone, List.copyOf(warnings));
    }

    private static @Nullable CloudRegion ofAnyProvider(String name, FactorView factors) {
        for (String provider : PROVIDERS) {
            CloudRegion region = region(provider, name, factors);
            if (region != null) {
                return region;
            }
        }
        return null;
    }

    private static @Nullable CloudRegion region(String provider, String name, FactorView factors) {
        if (name.strip().equals(CloudRegion.ANY)) {
            return null;
        }
        return factors.catalogue()
                .cloudRegions()
                .find(provider, name)
                .map(site -> site.region())
                .orElse(null);
    }

    /** A factor of the region, else of all regions of the provider; null when there is neither. */
    @Nullable
    Factor find(String key, FactorView factors) {
        Factor own = ofRegion(key, factors);
        return own != null || provider == null ? own : factors.find(key, provider + ":" + CloudRegion.ANY);
    }

    /** A factor of that very region; null when there is none. */
    @Nullable
    Factor ofRegion(String key, FactorView factors) {
        return region == null ? null : factors.find(key, region.code());
    }
}
