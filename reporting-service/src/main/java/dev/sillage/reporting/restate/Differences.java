package dev.sillage.reporting.restate;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.aggregate.Bounds;
import dev.sillage.reporting.schema.FigureColumns;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Exact sums by kind and criterion over activities that changed, before and after. */
final class Differences {
    private final Map<String, Map<Criterion, Sums>> byKind = new TreeMap<>();

    void add(String kind, Bounds before, Bounds after) {
        Map<Criterion, Sums> sums = byKind.computeIfAbsent(kind, first -> new EnumMap<>(Criterion.class));
        for (Criterion criterion : Criterion.values()) {
            int column = FigureColumns.firstBound(criterion);
            if (before.at(column) != null || after.at(column) != null) {
                Sums of = sums.computeIfAbsent(criterion, first -> new Sums(new Side(), new Side()));
                of.before().add(before, column);
                of.after().add(after, column);
            }
        }
    }

    Map<String, Map<Criterion, Sums>> byKind() {
        return byKind;
    }

    record Sums(Side before, Side after) {}

    /** One side of the comparison. */
    static final class Side {
        private final BigDecimal[] bounds = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        private long activities;

        private void add(Bounds figures, int firstColumn) {
            if (figures.at(firstColumn) == null) {
                return;
            }
            activities++;
            for (int i = 0; i < bounds.length; i++) {
                BigDecimal bound = figures.at(firstColumn + i);
                bounds[i] = bound == null ? bounds[i] : bounds[i].add(bound);
            }
        }

        /** Low, central or high. */
        BigDecimal bound(int index) {
            return bounds[index];
        }

        /** How many had data for the criterion. */
        long activities() {
            return activities;
        }
    }
}
