package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up activities, exactly. */
final class Sum {
    private final Map<String, Figure> figures = new HashMap<>();
    private long activities;

    void add(Aggregate aggregate) {
        activities += aggregate.activities();
        aggregate.figures().forEach((criterion, figure) -> figures.computeIfAbsent(criterion, first -> new Figure())
                .add(figure));
    }

    /** All that was added until now. */
    Aggregate total() {
        Map<String, FigureSum> sums = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            Figure figure = figures.get(criterion.wireName());
            if (figure != null) {
                sums.put(criterion.wireName(), figure.total());
            }
        }
        return new Aggregate(activities, sums);
    }

    private static final class Figure {
        private BigDecimal low = BigDecimal.ZERO;
        private BigDecimal central = BigDecimal.ZERO;
        private BigDecimal high = BigDecimal.ZERO;
        private long activities;

        void add(FigureSum summand) {
            low = low.add(summand.low());
            central = central.add(summand.central());
            high = high.add(summand.high());
            activities += summand.activities();
        }

        FigureSum total() {
            return new FigureSum(low, central, high, activities);
        }
    }
}
