package dev.sillage.reporting.intensity;

import dev.sillage.footprint.Figure;
import dev.sillage.reporting.query.FigureSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums of a figure and of a quantity, over the very same activities.
 *
 * @param quantity what it is divided by
 * @param low sum of the lower bounds
 * @param central sum of the central figures
 * @param high sum of the upper bounds
 * @param activities how many have both
 */
record Quotient(BigDecimal quantity, BigDecimal low, BigDecimal central, BigDecimal high, long activities) {
    static final int COLUMNS = 5;

    private static final MathContext ROUNDING = new MathContext(Figure.SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);

    /** In the order of its parts; null when no activity has both. */
    static @Nullable Quotient of(ResultSet row, int column) throws SQLException {
        long activities = row.getLong(column + 4);
        return activities == 0
                ? null
                : new Quotient(
                        row.getBigDecimal(column),
                        row.getBigDecimal(column + 1),
                        row.getBigDecimal(column + 2),
                        row.getBigDecimal(column + 3),
                        activities);
    }

    Quotient plus(Quotient other) {
        return new Quotient(
                quantity.add(other.quantity),
                low.add(other.low),
                central.add(other.central),
                high.add(other.high),
                activities + other.activities);
    }

    Quotient per(BigDecimal other) {
        return new Quotient(other, low, central, high, activities);
    }

    /** The result of the division, each bound rounded half-even to twelve significant digits. */
    PerUnit perUnit(String unit) {
        return new PerUnit(unit, each(low), each(central), each(high), FigureSum.plain(quantity), activities);
    }

    private BigDecimal each(BigDecimal sum) {
        return FigureSum.plain(sum.divide(quantity, ROUNDING));
    }

    /**
     * A figure per unit.
     *
     * @param unit of the figure
     * @param quantity that was divided by
     * @param activities how many are in it
     */
    record PerUnit(
            String unit, BigDecimal low, BigDecimal central, BigDecimal high, BigDecimal quantity, long activities) {}
}
