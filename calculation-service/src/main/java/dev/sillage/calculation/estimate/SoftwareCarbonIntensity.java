package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FunctionalUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Software Carbon Intensity of ISO/IEC 21031:2024: {@code SCI = (O + M) / R}, with O the location-based
 * operational emissions, because the standard takes no market-based ones, M the embodied ones, and R what was delivered.
 *
 * @param unit what is delivered
 * @param quantity how many of it, the R
 * @param kgCo2ePerUnit kgCO2e per unit
 * @param absent why there is none: {@code no-functional-unit}, or {@code no-data:} and the criterion that lacks
 */
@Schema(name = "Sci")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SoftwareCarbonIntensity(
        @Nullable String unit,
        @Nullable BigDecimal quantity,
        @Nullable PerUnit kgCo2ePerUnit,
        @Nullable String absent) {

    /**
     * kgCO2e per unit.
     *
     * @param low lower bound
     * @param central central value
     * @param high upper bound
     */
    public record PerUnit(BigDecimal low, BigDecimal central, BigDecimal high) {}

    static SoftwareCarbonIntensity of(Footprint footprint) {
        FunctionalUnit delivered = footprint.functionalUnit();
        if (delivered == null) {
            return new SoftwareCarbonIntensity(null, null, null, "no-functional-unit");
        }
        Map<Criterion, Figure> figures = footprint.published();
        Figure operational = figures.get(Criterion.GHG_OPERATIONAL_LOCATION);
        Figure embodied = figures.get(Criterion.GHG_EMBODIED);
        if (operational == null || embodied == null) {
            Criterion missing = operational == null ? Criterion.GHG_OPERATIONAL_LOCATION : Criterion.GHG_EMBODIED;
            return new SoftwareCarbonIntensity(
                    delivered.unit(), delivered.quantity(), null, "no-data:" + missing.wireName());
        }
        BigDecimal quantity = delivered.quantity();
        return new SoftwareCarbonIntensity(
                delivered.unit(),
                quantity,
                new PerUnit(
                        per(operational.low().add(embodied.low()), quantity),
                        per(operational.central().add(embodied.central()), quantity),
                        per(operational.high().add(embodied.high()), quantity)),
                null);
    }

    private static BigDecimal per(BigDecimal total, BigDecimal quantity) {
        return total.divide(quantity, MathContext.DECIMAL64);
    }
}
