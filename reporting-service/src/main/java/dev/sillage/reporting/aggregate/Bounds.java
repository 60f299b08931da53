package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.reporting.schema.FigureColumns;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one activity, in the order and units of {@link FigureColumns#BOUNDS}; a gap is no data. */
final class Bounds {
    private final @Nullable BigDecimal[] values = new BigDecimal[FigureColumns.BOUNDS.size()];

    Bounds(Map<Criterion, Figure> figures) {
        figures.forEach((criterion, figure) -> {
            int first = FigureColumns.firstBound(criterion);
            values[first] = figure.low();
            values[first + 1] = figure.central();
            values[first + 2] = figure.high();
        });
    }

    @Nullable
    BigDecimal at(int column) {
        return values[column];
    }
}
