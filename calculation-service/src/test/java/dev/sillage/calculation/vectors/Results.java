package dev.sillage.calculation.vectors;

import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Range;
import java.util.HashMap;
import java.util.Map;

/** Steps of an explanation under the names of a vector. */
final class Results {
    private final Explanation explanation;
    private final Map<String, Object> values = new HashMap<>();

    Results(Explanation explanation) {
        this.explanation = explanation;
    }

    /** Both bounds of a step. */
    Results bounds(String path, String step) {
        Range range = range(step);
        values.put(path + ".min", range.low());
        values.put(path + ".max", range.high());
        return this;
    }

    /** Both bounds of the sum of two steps that move together. */
    Results bounds(String path, String step, String other) {
        Range range = range(step).plus(range(other));
        values.put(path + ".min", range.low());
        values.put(path + ".max", range.high());
        return this;
    }

    Results central(String path, String step, double scale) {
        values.put(path, range(step).central() * scale);
        return this;
    }

    boolean has(String step) {
        return explanation.steps().stream().anyMatch(one -> one.name().equals(step));
    }

    Range range(String step) {
        return explanation.steps().stream()
                .filter(one -> one.name().equals(step))
                .map(one -> one.result().range())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + step));
    }

    Map<String, Object> values() {
        return values;
    }
}
