package dev.sillage.footprint;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is measured of a footprint, each in one unit, everywhere. */
public enum Criterion {
    /** Final electricity, facility overhead included. */
    ENERGY("energy", "kWh"),
    /** Greenhouse gases of that electricity by the average mix of the place (GHG Protocol scope 2, location-based). */
    GHG_OPERATIONAL_LOCATION("ghg-operational-location", "kgCO2e"),
    /** Greenhouse gases of that electricity by contract (GHG Protocol scope 2, market-based); beside, never instead. */
    GHG_OPERATIONAL_MARKET("ghg-operational-market", "kgCO2e"),
    /** Greenhouse gases of making, moving and discarding the hardware, the share of this activity. */
    GHG_EMBODIED("ghg-embodied", "kgCO2e"),
    /** Water consumed by cooling on site. */
    WATER_ON_SITE("water-on-site", "L"),
    /** Water consumed by making the electricity. */
    WATER_OFF_SITE("water-off-site", "L"),
    /** Primary energy, use and hardware. */
    PRIMARY_ENERGY("primary-energy", "MJ"),
    /** Abiotic depletion of elements (metals and minerals), use and hardware. */
    ADPE("adpe", "kgSbe");

    private static final Map<String, Criterion> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Criterion::wireName, Function.identity()));

    private final String wireName;
    private final String unit;

    Criterion(String wireName, String unit) {
        this.wireName = wireName;
        this.unit = unit;
    }

    /** The name in events, reports and queries. */
    public String wireName() {
        return wireName;
    }

    /** The unit of every figure of this criterion. */
    public String unit() {
        return unit;
    }

    /** The criterion of a wire name, or empty for a name that is not ours. */
    public static Optional<Criterion> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }
}
