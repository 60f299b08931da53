package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.schema.FigureColumns;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Exact sums over activities of one series in one span of time, in the order of {@link FigureColumns}. */
public final class Sums {
    private final BigDecimal[] bounds = new BigDecimal[FigureColumns.BOUNDS.size()];
    private final long[] activitiesPerCriterion = new long[FigureColumns.ACTIVITIES.size()];
    private long activities;
    private BigDecimal functionalQuantity = BigDecimal.ZERO;
    private long functionalActivities;

    Sums() {
        Arrays.fill(bounds, BigDecimal.ZERO);
    }

    void add(Bounds activity, @Nullable FunctionalUnit delivered) {
        add(activity, delivered == null ? null : delivered.quantity());
    }

    void add(Bounds activity, @Nullable BigDecimal delivered) {
        activities++;
        if (delivered != null) {
            functionalQuantity = functionalQuantity.add(delivered);
            functionalActivities++;
        }
        for (int column = 0; column < bounds.length; column++) {
            BigDecimal value = activity.at(column);
            if (value != null) {
                bounds[column] = bounds[column].add(value);
                if (column % FigureColumns.BOUNDS_PER_CRITERION == 0) {
                    activitiesPerCriterion[column / FigureColumns.BOUNDS_PER_CRITERION]++;
                }
            }
        }
    }

    void subtract(Sums other) {
        activities -= other.activities;
        functionalQuantity = functionalQuantity.subtract(other.functionalQuantity);
        functionalActivities -= other.functionalActivities;
        for (int column = 0; column < bounds.length; column++) {
            bounds[column] = bounds[column].subtract(other.bounds[column]);
        }
        for (int criterion = 0; criterion < activitiesPerCriterion.length; criterion++) {
            activitiesPerCriterion[criterion] -= other.activitiesPerCriterion[criterion];
        }
    }

    void add(Sums other) {
        activities += other.activities;
        functionalQuantity = functionalQuantity.add(other.functionalQuantity);
        functionalActivities += other.functionalActivities;
        for (int column = 0; column < bounds.length; column++) {
            bounds[column] = bounds[column].add(other.bounds[column]);
        }
        for (int criterion = 0; criterion < activitiesPerCriterion.length; criterion++) {
            activitiesPerCriterion[criterion] += other.activitiesPerCriterion[criterion];
        }
    }

    long activities() {
        return activities;
    }

    /** What the activities delivered, in the functional unit of the series. */
    BigDecimal functionalQuantity() {
        return functionalQuantity;
    }

    /** How many activities delivered it. */
    long functionalActivities() {
        return functionalActivities;
    }

    /** The sum of a column of {@link FigureColumns#BOUNDS}; 0 when there is nothing to add up. */
    public BigDecimal bound(int column) {
        return bounds[column];
    }

    /** How many activities had data for a criterion. */
    public long activities(Criterion criterion) {
        return activities(FigureColumns.firstBound(criterion) / FigureColumns.BOUNDS_PER_CRITERION);
    }

    /** The same, by its place in {@link FigureColumns#ACTIVITIES}. */
    long activities(int criterion) {
        return activitiesPerCriterion[criterion];
    }
}
