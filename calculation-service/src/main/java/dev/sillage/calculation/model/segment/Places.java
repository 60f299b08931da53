package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Zones;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the electricity of a country; of the world when the country is not told, not known or has no figure. */
final class Places {
    private final Zones zones;
    private final Map<String, Place> byZone = new HashMap<>();
    private final Place world;

    Places(FactorCatalogue catalogue) {
        zones = catalogue.zones();
        for (Factor grid : catalogue.factors("grid.ghg.location")) {
            String zone = grid.zone();
            if (zone != null) {
                Factor current = catalogue.factor(grid.key(), zone);
                byZone.put(
                        zone,
                        new Place(
                                zone,
                                current,
                                catalogue.find("grid.water", zone).orElse(null)));
            }
        }
        world = new Place(
                Zones.WORLD,
                catalogue.factor("grid.ghg.location", Zones.WORLD),
                catalogue.factor("grid.water", Zones.WORLD));
    }

    Place find(@Nullable String country, Assumptions assumptions) {
        if (country == null || country.isBlank()) {
            assumptions.usual();
            return world;
        }
        Place place = zones.find(country).map(zone -> byZone.get(zone.code())).orElse(null);
        if (place == null) {
            assumptions.fallback("zone-fallback");
            return world;
        }
        return place;
    }
}
