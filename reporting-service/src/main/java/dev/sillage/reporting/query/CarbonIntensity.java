package dev.sillage.reporting.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Software Carbon Intensity of ISO/IEC 21031:2024 of one kind of activity, {@code (E * I + M) / R}: location-based
 * operational and embodied emissions per functional unit. The standard forbids market-based emissions in it.
 *
 * @param sci null when there is no activity for which all of it is known
 * @param sciMissing what is not known of some activities, which are not in it: {@code functional-unit}, or the wire
 *     name of a criterion; {@code one-functional-unit} when different things were delivered, {@code one-kind} when
 *     there are several kinds of activity
 */
record CarbonIntensity(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Sci sci,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sciMissing) {

    private static final MathContext ROUNDING = new MathContext(Figure.SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);

    /**
     * The score.
     *
     * @param functionalUnit what was delivered
     * @param quantity how much of it, exactly
     * @param kgCo2ePerUnit the emissions of one unit
     * @param activities how many are in it
     */
    record Sci(String functionalUnit, BigDecimal quantity, PerUnit kgCo2ePerUnit, long activities) {}

    /** A range, each bound rounded half-even to twelve significant digits. */
    record PerUnit(BigDecimal low, BigDecimal central, BigDecimal high) {}

    /** Over activities of one kind; several have no common unit. */
    static CarbonIntensity of(Collection<Delivered> parts) {
        return parts.stream()
                .reduce(Delivered::plus)
                .map(CarbonIntensity::of)
                .orElse(new CarbonIntensity(null, List.of()));
    }

    private static CarbonIntensity of(Delivered delivered) {
        if (!delivered.kind().equals(delivered.otherKind())) {
            return new CarbonIntensity(null, List.of("one-kind"));
        }
        List<String> missing = new ArrayList<>();
        addIf(delivered.withoutUnit() > 0, "functional-unit", missing);
        addIf(delivered.withoutLocation() > 0, Criterion.GHG_OPERATIONAL_LOCATION.wireName(), missing);
        addIf(delivered.withoutEmbodied() > 0, Criterion.GHG_EMBODIED.wireName(), missing);
        String unit = delivered.unit();
        if (unit == null || delivered.quantity().signum() == 0) {
            return new CarbonIntensity(null, missing);
        }
        if (!unit.equals(delivered.otherUnit())) {
            missing.add("one-functional-unit");
            return new CarbonIntensity(null, missing);
        }
        return new CarbonIntensity(
                new Sci(
                        unit,
                        FigureSum.plain(delivered.quantity()),
                        new PerUnit(
                                per(delivered.low(), delivered),
                                per(delivered.central(), delivered),
                                per(delivered.high(), delivered)),
                        delivered.activities()),
                missing);
    }

    private static void addIf(boolean condition, String code, List<String> codes) {
        if (condition) {
            codes.add(code);
        }
    }

    private static BigDecimal per(BigDecimal kgCo2e, Delivered delivered) {
        return FigureSum.plain(kgCo2e.divide(delivered.quantity(), ROUNDING));
    }
}
