package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Some activities together.
 *
 * @param activities how many
 * @param figures by wire name of the criterion; one that no activity had is absent, never zero
 */
public record Aggregate(long activities, Map<String, FigureSum> figures) {

    public static final Aggregate NOTHING = new Aggregate(0, Map.of());

    public Aggregate {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    public Aggregate plus(Aggregate other) {
        Map<String, FigureSum> sums = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            String name = criterion.wireName();
            FigureSum mine = figures.get(name);
            FigureSum theirs = other.figures.get(name);
            if (mine != null && theirs != null) {
                sums.put(name, mine.plus(theirs));
            } else if (mine != null) {
                sums.put(name, mine);
            } else if (theirs != null) {
                sums.put(name, theirs);
            }
        }
        return new Aggregate(activities + other.activities, sums);
    }
}
