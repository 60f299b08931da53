package dev.sillage.reporting.export;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.export.Family.Unit;
import java.util.Map;

/** What figures become outside: criteria of one quantity are one family, in a unit without prefix, told apart by labels. */
enum Quantity {
    ENERGY("energy", Unit.WATT_HOUR, 3, "Electricity, overhead of the data centre included."),
    GHG(
            "ghg",
            Unit.GRAM,
            3,
            "Greenhouse gases as CO2 equivalent. Location and market are two views of the same electricity: never add"
                    + " them; embodied belongs to either."),
    WATER("water", Unit.LITRE, 0, "Water consumed by cooling on site and by making the electricity."),
    PRIMARY_ENERGY("primary_energy", Unit.JOULE, 6, "Primary energy of use and hardware."),
    METALS("metals", Unit.GRAM, 3, "Depletion of metals and minerals as antimony equivalent, of use and hardware.");

    private final String wireName;
    private final Unit unit;
    private final int places;
    private final String help;

    /** The decimal point moves by so many places from the unit of the criteria to this one. */
    Quantity(String wireName, Unit unit, int places, String help) {
        this.wireName = wireName;
        this.unit = unit;
        this.places = places;
        this.help = help;
    }

    String wireName() {
        return wireName;
    }

    Unit unit() {
        return unit;
    }

    int places() {
        return places;
    }

    String help() {
        return help;
    }

    static Quantity of(Criterion criterion) {
        return switch (criterion) {
            case ENERGY -> ENERGY;
            case GHG_OPERATIONAL_LOCATION, GHG_OPERATIONAL_MARKET, GHG_EMBODIED -> GHG;
            case WATER_ON_SITE, WATER_OFF_SITE -> WATER;
            case PRIMARY_ENERGY -> PRIMARY_ENERGY;
            case ADPE -> METALS;
        };
    }

    /** What tells a criterion from others of its quantity; each of them has the same labels. */
    static Map<String, String> labels(Criterion criterion) {
        return switch (criterion) {
            case GHG_OPERATIONAL_LOCATION -> Map.of("phase", "operational", "basis", "location");
            case GHG_OPERATIONAL_MARKET -> Map.of("phase", "operational", "basis", "market");
            case GHG_EMBODIED -> Map.of("phase", "embodied", "basis", "none");
            case WATER_ON_SITE -> Map.of("site", "on");
            case WATER_OFF_SITE -> Map.of("site", "off");
            case ENERGY, PRIMARY_ENERGY, ADPE -> Map.of();
        };
    }
}
