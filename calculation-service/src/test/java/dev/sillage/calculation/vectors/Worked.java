package dev.sillage.calculation.vectors;

import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Range;
import dev.sillage.footprint.Criterion;
import java.util.Objects;

/** What a method of production computed: its figures, and its steps by name. */
record Worked(Explanation explanation) {

    /** The central value of a step, in the step's unit. */
    double step(String name) {
        return explanation.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name))
                .result()
                .range()
                .central();
    }

    /** A figure of the footprint. */
    Range figure(Criterion criterion) {
        return Objects.requireNonNull(
                explanation.footprint().figures().get(criterion), () -> "no figure " + criterion.wireName());
    }
}
