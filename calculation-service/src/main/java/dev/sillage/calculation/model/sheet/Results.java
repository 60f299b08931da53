package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.model.Range;
import org.jspecify.annotations.Nullable;

/** Some steps of a plan, asked for together and many times: only what they need is computed. */
public final class Results {
    private final Evaluator evaluator;

    Results(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Their ranges in the order in which they were named, as {@link Plan#evaluate} gives them. */
    public @Nullable Range[] of(Quantities quantities) {
        return evaluator.ranges(quantities);
    }
}
