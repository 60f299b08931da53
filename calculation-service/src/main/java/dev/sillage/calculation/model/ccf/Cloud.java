package dev.sillage.calculation.model.ccf;

import dev.sillage.calculation.factor.CloudRegions;
import dev.sillage.calculation.factor.CloudSite;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a cloud runs something, as the reference sees it: a fleet's PUE and a region's intensity; the world's for a
 * region that is not known.
 *
 * @param provider short name; null when it was not told
 * @param zone country, or the world
 * @param operands PUE and CI
 * @param warnings what had to be assumed
 */
record Cloud(@Nullable String provider, String zone, Map<String, Operand> operands, List<String> warnings) {
    /** Where the provider is not told: the first fleet of the reference. */
    private static final String ASSUMED = "aws";

    private static final String GRID = "grid.ghg.location";

    static Cloud find(@Nullable String name, @Nullable String region, FactorView factors) {
        List<String> warnings = new ArrayList<>();
        CloudRegions regions = factors.catalogue().cloudRegions();
        String provider = name == null ? null : regions.provider(name);
        Factor pue = provider == null ? null : factors.find("ccf.pue." + provider, null);
        if (pue == null) {
            pue = factors.factor("ccf.pue." + ASSUMED);
            warnings.add("provider-assumed:" + ASSUMED);
        }
        CloudSite site = region == null
                ? null
                : regions.find(provider == null ? ASSUMED : provider, region).orElse(null);
        String zone = zone(site, region, factors);
        Factor grid =
                site == null ? null : factors.find("cloud.grid", site.region().code());
        if (grid == null && zone != null) {
            grid = factors.find(GRID, zone);
        }
        if (grid == null) {
            zone = Zones.WORLD;
            grid = factors.factor(GRID, zone);
            warnings.add("zone-fallback");
        }
        return new Cloud(
                provider,
                zone == null ? Zones.WORLD : zone,
                Map.of("PUE", Operand.of(pue), "CI", Operand.of(grid)),
                List.copyOf(warnings));
    }

    private static @Nullable String zone(@Nullable CloudSite site, @Nullable String region, FactorView factors) {
        if (site != null) {
            return site.region().zone();
        }
        return region == null
                ? null
                : factors.catalogue().zones().find(region).map(Zones.Zone::code).orElse(null);
    }
}
