package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.reporting.schema.FigureColumns;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one activity, in the order and units of {@link FigureColumns#BOUNDS}; a gap is no data. */
public final class Bounds {
    private final @Nullable BigDecimal[] values = new BigDecimal[FigureColumns.BOUNDS.size()];

    Bounds(Map<Criterion, Figure> figures) {
        figures.forEach((criterion, figure) -> {
            int first = FigureColumns.firstBound(criterion);
            values[first] = figure.low();
            values[first + 1] = figure.central();
            values[first + 2] = figure.high();
        });
    }

    /** As they stand in the ledger. */
    Bounds(@Nullable BigDecimal[] stored) {
        System.arraycopy(stored, 0, values, 0, values.length);
    }

    /** Whether every figure is the same number. */
    boolean isSame(Bounds other) {
        for (int column = 0; column < values.length; column++) {
            BigDecimal mine = values[column];
            BigDecimal theirs = other.values[column];
            if (mine == null ? theirs != null : theirs == null || mine.compareTo(theirs) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The bound of that column; null without data. */
    public @Nullable BigDecimal at(int column) {
        return values[column];
    }
}
