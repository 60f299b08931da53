package dev.sillage.calculation.model.place;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the electricity of a country; of the world when the country is not told, not known or has no intensity. Other
 * factors than the intensity that the place lacks are absent: the world's water says nothing about Iceland's.
 */
public final class Places {
    private static final String LOCATION = "grid.ghg.location";
    private static final List<String> UNKNOWN = List.of("zone-fallback");

    private Places() {}

    /** The place of a country code in any spelling that is known; of the world for null. */
    public static Place find(@Nullable String country, FactorView factors) {
        if (country == null || country.isBlank()) {
            return place(Zones.WORLD, factors, List.of(), false);
        }
        String zone =
                factors.catalogue().zones().find(country).map(Zones.Zone::code).orElse(null);
        return zone == null || factors.find(LOCATION, zone) == null
                ? place(Zones.WORLD, factors, UNKNOWN, false)
                : place(zone, factors, List.of(), true);
    }

    private static Place place(String zone, FactorView factors, List<String> warnings, boolean told) {
        Map<String, Operand> electricity = new HashMap<>();
        put(electricity, "CI", factors.find(LOCATION, zone));
        put(electricity, "CIm", factors.find("grid.ghg.market", zone));
        put(electricity, "WCF", factors.find("grid.water", zone));
        put(electricity, "PEF", factors.find("grid.primary-energy", zone));
        return new Place(zone, Map.copyOf(electricity), warnings, told);
    }

    private static void put(Map<String, Operand> electricity, String symbol, @Nullable Factor factor) {
        if (factor != null) {
            electricity.put(symbol, Operand.of(factor));
        }
    }
}
