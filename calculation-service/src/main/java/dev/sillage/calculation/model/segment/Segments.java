package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.model.Explained;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each segment of an activity uses, and its share of making the hardware.
 *
 * @param deviceKwh electricity of the devices
 * @param networkKwh electricity of the networks
 * @param routerKwh electricity of the home router
 * @param datacentreKwh electricity of the data centre, overhead included
 * @param deviceKg embodied greenhouse gases of the devices, kg CO2e
 * @param networkKg embodied greenhouse gases of the networks, kg CO2e
 * @param datacentreKg embodied greenhouse gases of the data centre, kg CO2e
 */
record Segments(
        Range deviceKwh,
        Range networkKwh,
        Range routerKwh,
        Range datacentreKwh,
        Range deviceKg,
        Range networkKg,
        Range datacentreKg) {

    /** From g to kg and from W to kW: a thousandth. */
    static final double MILLI = 1e-3;

    Range energyKwh() {
        return deviceKwh.plus(networkKwh).plus(routerKwh).plus(datacentreKwh);
    }

    Range embodiedKg() {
        return deviceKg.plus(networkKg).plus(datacentreKg);
    }

    Range operationalKg(Place place) {
        return energyKwh().times(Explained.range(place.grid())).times(MILLI);
    }

    /** The figures that there are data for; water only where the electricity's water is known. */
    Map<Criterion, Range> figures(Place place) {
        Map<Criterion, Range> figures = new EnumMap<>(Criterion.class);
        figures.put(Criterion.ENERGY, energyKwh());
        figures.put(Criterion.GHG_OPERATIONAL_LOCATION, operationalKg(place));
        figures.put(Criterion.GHG_EMBODIED, embodiedKg());
        if (place.water() != null) {
            figures.put(Criterion.WATER_OFF_SITE, energyKwh().times(Explained.range(place.water())));
        }
        return figures;
    }
}
