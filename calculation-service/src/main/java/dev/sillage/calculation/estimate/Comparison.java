package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.problem.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another answer to the same question, beside the first one.
 *
 * @param name of the scenario, or id of the methodology
 * @param estimate when there is one
 * @param differences of the estimate to the first one, by criterion, for criteria that both have
 * @param problems when there is no estimate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
        String name,
        @Nullable Estimate estimate,
        @Nullable Map<String, Difference> differences,
        @Nullable List<Problem> problems) {

    /**
     * How another figure differs; less than zero means less footprint.
     *
     * @param unit of the absolute difference
     * @param absolute other central figure minus the first central figure
     * @param relative the same over the first central figure, -1 for nothing left; absent when that is zero
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String unit, BigDecimal absolute, @Nullable Double relative) {
        private static Difference of(Estimate.UnitFigure first, Estimate.UnitFigure other) {
            BigDecimal absolute = other.central().subtract(first.central());
            Double relative = first.central().signum() == 0
                    ? null
                    : Double.valueOf(absolute.doubleValue() / first.central().doubleValue());
            return new Difference(first.unit(), absolute, relative);
        }
    }

    static Comparison of(String name, Estimate first, Estimate other) {
        Map<String, Difference> differences = new LinkedHashMap<>();
        first.figures().forEach((criterion, figure) -> {
            Estimate.UnitFigure otherFigure = other.figures().get(criterion);
            if (otherFigure != null) {
                differences.put(criterion, Difference.of(figure, otherFigure));
            }
        });
        return new Comparison(name, other, differences, null);
    }

    static Comparison refused(String name, List<Problem> problems) {
        return new Comparison(name, null, null, problems);
    }
}
