package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.model.Range;
import org.jspecify.annotations.Nullable;

/** Computes some registers of a plan, and nothing that they do not need. Safe for use by many threads. */
sealed interface Evaluator permits LaneEvaluator, SensitivityEvaluator {

    /**
     * The ranges of its registers, in their order; null where a register is absent.
     *
     * @throws ArithmeticException when a result is too large for a number, or negative and no difference
     */
    @Nullable
    Range[] ranges(Quantities quantities);
}
