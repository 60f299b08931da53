package dev.sillage.calculation.model.cloud;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where machines run, with its PUE, its WUE and its electricity.
 *
 * <p>The intensity by location is of the life cycle, as everywhere in our method: of the part of the grid that the
 * region is in, else of the country. The intensity that the provider tells is operational; it is taken only where the
 * country is no measure of the region's grid and nothing else is known, and then with a warning, because the two must
 * not be mixed in silence.
 *
 * @param location where
 * @param operands PUE, WUE, CI, CIm, WCF, PEF, those that there are data for
 * @param warnings what had to be assumed
 */
record Site(Location location, Map<String, Operand> operands, List<String> warnings) {
    private static final String LOCATION = "grid.ghg.location";

    static Site find(@Nullable String provider, @Nullable String region, FactorView factors) {
        Location location = Location.find(provider, region, factors);
        List<String> warnings = new ArrayList<>(location.warnings());
        Map<String, Operand> operands = new HashMap<>();
        Factor pue = location.find("cloud.pue", factors);
        if (pue == null) {
            pue = factors.factor("datacentre.pue");
            warnings.add("pue-assumed");
        }
        put(operands, "PUE", pue);
        put(operands, "WUE", location.find("cloud.wue", factors));
        put(operands, "CI", intensity(location, factors, warnings));
        put(
                operands,
                "CIm",
                first(location.ofRegion("cloud.market", factors), of("grid.ghg.market", location, factors)));
        put(operands, "WCF", first(location.ofRegion("cloud.water", factors), of("grid.water", location, factors)));
        put(operands, "PEF", of("grid.primary-energy", location, factors));
        if (operands.containsKey("PEF")) {
            warnings.add("use-only:primary-energy");
        }
        return new Site(location, Map.copyOf(operands), List.copyOf(warnings));
    }

    private static Factor intensity(Location location, FactorView factors, List<String> warnings) {
        Factor told = location.ofRegion("cloud.grid", factors);
        if (told != null && Overrides.QUALITY.equals(told.quality())) {
            return told;
        }
        Factor country = of(LOCATION, location, factors);
        String part = location.region() == null ? null : location.region().gridZone();
        if (part != null && (country == null || !Overrides.QUALITY.equals(country.quality()))) {
            Factor finer = factors.find(LOCATION + ".consumption", part);
            if (finer != null) {
                return finer;
            }
            if (told != null) {
                warnings.add("operational-intensity");
                return told;
            }
        }
        if (country != null) {
            return country;
        }
        warnings.add("zone-fallback");
        return factors.factor(LOCATION, Zones.WORLD);
    }

    private static @Nullable Factor of(String key, Location location, FactorView factors) {
        return factors.find(key, location.zone());
    }

    private static @Nullable Factor first(@Nullable Factor one, @Nullable Factor other) {
        return one != null ? one : other;
    }

    private static void put(Map<String, Operand> operands, String symbol, @Nullable Factor factor) {
        if (factor != null) {
            operands.put(symbol, Operand.of(factor));
        }
    }
}
