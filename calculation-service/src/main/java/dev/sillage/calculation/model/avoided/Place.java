package dev.sillage.calculation.model.avoided;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place that a claim is about, with the assumptions gathered on the way.
 *
 * @param zone null when no factor of the claim differs by place
 * @param warnings what had to be assumed
 */
record Place(@Nullable String zone, List<String> warnings) {

    /** Where the place does not matter. */
    static Place anywhere(List<String> warnings) {
        return new Place(null, warnings);
    }

    /** The place of a country; the world when it is not told, not known, or has no factor of that key. */
    static Place of(@Nullable String country, String key, FactorView factors) {
        List<String> warnings = new ArrayList<>();
        if (country == null) {
            return new Place(Zones.WORLD, warnings);
        }
        String zone =
                factors.catalogue().zones().find(country).map(Zones.Zone::code).orElse(null);
        if (zone == null || factors.find(key, zone) == null) {
            warnings.add("zone-fallback");
            zone = Zones.WORLD;
        }
        return new Place(zone, warnings);
    }

    /** A factor of the place; null when there is none. */
    @Nullable
    Factor find(String key, FactorView factors) {
        return factors.find(key, zone);
    }
}
