package dev.sillage.reporting.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a central figure changed.
 *
 * @param criterion of which
 * @param unit of {@code absolute}
 * @param absolute exactly now minus before; absent without one of the two
 * @param relative {@code absolute} as a part of before, rounded; absent when there is none
 * @param missing why something is absent: {@code now}, {@code before}, or {@code before-is-zero}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
        String criterion,
        String unit,
        @Nullable BigDecimal absolute,
        @Nullable BigDecimal relative,
        @Nullable String missing) {

    private static final MathContext ROUNDING = new MathContext(Figure.SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);

    /** Of each criterion that one of them has. */
    static List<Change> between(Aggregate before, Aggregate now, List<Criterion> criteria) {
        return criteria.stream()
                .filter(criterion -> before.figures().containsKey(criterion.wireName())
                        || now.figures().containsKey(criterion.wireName()))
                .map(criterion -> of(
                        criterion,
                        before.figures().get(criterion.wireName()),
                        now.figures().get(criterion.wireName())))
                .toList();
    }

    private static Change of(Criterion criterion, @Nullable FigureSum before, @Nullable FigureSum now) {
        String name = criterion.wireName();
        String unit = criterion.unit();
        if (before == null || now == null) {
            return new Change(name, unit, null, null, before == null ? "before" : "now");
        }
        BigDecimal absolute = FigureSum.plain(now.central().subtract(before.central()));
        return before.central().signum() == 0
                ? new Change(name, unit, absolute, null, "before-is-zero")
                : new Change(name, unit, absolute, FigureSum.plain(absolute.divide(before.central(), ROUNDING)), null);
    }
}
