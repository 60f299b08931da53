package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.model.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some steps of a plan, asked for together and many times: only what they need is computed. */
public final class Results {
    private final Plan plan;
    private final int[] registers;
    private final Selection selection;

    Results(Plan plan, List<String> stepNames) {
        this.plan = plan;
        this.registers = stepNames.stream().mapToInt(plan::locate).toArray();
        this.selection = Selection.of(plan.sheet().program(), registers);
    }

    /** Their ranges in the order in which they were named, as {@link Plan#evaluate} gives them. */
    public @Nullable Range[] of(Quantities quantities) {
        return plan.evaluate(quantities, registers, selection);
    }
}
