package dev.sillage.calculation.factor;

/** Which zones the factors of a key may be for: countries, for a grid also parts of them; for a cloud its regions. */
record KnownPlaces(Zones zones, CloudRegions cloudRegions) {

    boolean has(String key, String zone) {
        if (key.startsWith("cloud.")) {
            return cloudRegions.isKnown(zone);
        }
        return zones.isKnown(zone) || (key.startsWith("grid.") && zones.isGrid(zone));
    }
}
