package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.model.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes registers with {@link Spread#INDEPENDENT}. Of each register it computes the central value, and only where it
 * is needed how each factor that can move it does so: a sum needs that of its terms, a product of different things does
 * not. What is computed of a register follows from the plan alone, so that a result has the same bits whatever else is
 * asked for beside it.
 */
final class SensitivityEvaluator implements Evaluator {
    private final Sheet sheet;
    private final Tape tape;
    private final Sums sums;
    private final int[] quantities;
    private final Result[] results;

    /**
     * @param cell of the central value; -1 when there is none
     * @param sums where its sums stand; -1 when no factor moves it
     */
    private record Result(int cell, int sums) {}

    SensitivityEvaluator(Sheet sheet, FixedValues fixed, int[] registers) {
        this.sheet = sheet;
        Program program = sheet.program();
        List<Instruction> instructions =
                Schedule.of(Selection.of(program, registers).instructions());
        Dependence dependence = Dependence.of(program, fixed, instructions, registers);
        Cells cells = Cells.of(program, fixed, dependence, instructions, registers);
        this.tape = cells.tape();
        this.sums = new Sums(dependence, fixed, cells, instructions);
        this.quantities = new int[sheet.quantityCount()];
        for (int i = 0; i < quantities.length; i++) {
            quantities[i] = cells.of(sheet.quantityRegister(i));
        }
        this.results = new Result[registers.length];
        for (int i = 0; i < registers.length; i++) {
            boolean isMoved = registers[i] >= 0 && dependence.isMoved(registers[i]);
            results[i] = new Result(cells.of(registers[i]), isMoved ? sums.of(registers[i]) : -1);
        }
    }

    @Override
    public @Nullable Range[] ranges(Quantities values) {
        Workspace space = Workspace.of(tape.cells(), sums.count());
        double[] cells = space.cells();
        tape.begin(cells);
        for (int i = 0; i < quantities.length; i++) {
            if (quantities[i] >= 0) {
                cells[quantities[i]] = values.value(i);
            }
        }
        tape.run(cells);
        sums.run(cells, space.sums());
        @Nullable Range[] ranges = new @Nullable Range[results.length];
        for (int i = 0; i < results.length; i++) {
            ranges[i] = range(results[i], cells, space.sums());
        }
        return ranges;
    }

    private @Nullable Range range(Result result, double[] cells, double[] sumsOfAll) {
        double central = result.cell() < 0 ? Double.NaN : cells[result.cell()];
        if (Double.isNaN(central)) {
            return null;
        }
        if (central < 0 || Double.isInfinite(central)) {
            throw new ArithmeticException("a result of " + sheet.name() + " is " + central);
        }
        return result.sums() < 0
                ? Range.exactly(central)
                : new Range(
                        Sensitivities.low(central, sumsOfAll[result.sums()]),
                        central,
                        Sensitivities.high(central, sumsOfAll[result.sums() + 1]));
    }
}
