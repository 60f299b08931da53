package dev.sillage.calculation.model.inference;

import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One activity computed: both ends, and what they mean for all its requests. The central figure of every range is the
 * arithmetic mean of its bounds, as EcoLogits displays it.
 *
 * @param resolution what the names stand for
 * @param request the average request
 * @param requests how many of it
 * @param low the lower end, for one request
 * @param high the upper end, for one request
 */
record Calculation(Resolution resolution, InferenceParameters request, double requests, Run low, Run high) {

    /** A value for one request. */
    Range perRequest(ToDoubleFunction<Run> value) {
        return Range.between(value.applyAsDouble(low), value.applyAsDouble(high));
    }

    /** A value for all requests: both bounds are multiplied, then the mean is taken. */
    Range total(ToDoubleFunction<Run> value) {
        return Range.between(value.applyAsDouble(low) * requests, value.applyAsDouble(high) * requests);
    }

    Footprint footprint(String methodology) {
        return new Footprint(
                methodology,
                resolution.provider(),
                resolution.model(),
                resolution.zone(),
                figures(),
                request.measuredItEnergyKwh() == null ? resolution.tier() : Tier.MEASURED,
                warnings(),
                new FunctionalUnit("request", java.math.BigDecimal.valueOf((long) requests)));
    }

    private Map<Criterion, Range> figures() {
        Map<Criterion, Range> figures = new EnumMap<>(Criterion.class);
        figures.put(Criterion.ENERGY, total(Run::energyKwh));
        figures.put(Criterion.GHG_OPERATIONAL_LOCATION, total(Run::usageGwpKg));
        figures.put(Criterion.GHG_EMBODIED, total(Run::embodiedGwpKg));
        figures.put(Criterion.WATER_ON_SITE, total(Run::waterOnSiteL));
        figures.put(Criterion.WATER_OFF_SITE, total(Run::waterOffSiteL));
        figures.put(Criterion.PRIMARY_ENERGY, total(Run::primaryEnergyMj));
        figures.put(Criterion.ADPE, total(Run::adpeKg));
        return figures;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(resolution.warnings());
        if (requests > 1) {
            warnings.add("aggregated");
        }
        // Nothing written and nothing timed: the formulas give nothing, which must not pass for no footprint.
        if (high.energyKwh() == 0) {
            warnings.add("zero-energy");
        }
        if (high.latencySeconds() == 0) {
            warnings.add("zero-latency");
        }
        warnings.add("no-data:" + Criterion.GHG_OPERATIONAL_MARKET.wireName());
        return warnings;
    }
}
