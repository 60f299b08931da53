package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.model.Range;
import org.jspecify.annotations.Nullable;

/** Computes every register in every lane: for the methods that have few of them. */
final class LaneEvaluator implements Evaluator {
    private static final ThreadLocal<Rows> SCRATCH = ThreadLocal.withInitial(Rows::new);

    private final Sheet sheet;
    private final Lanes lanes;
    private final Rows fixed;
    private final int[] registers;
    private final Selection selection;

    LaneEvaluator(Sheet sheet, Lanes lanes, Rows fixed, int[] registers) {
        this.sheet = sheet;
        this.lanes = lanes;
        this.fixed = fixed;
        this.registers = registers.clone();
        this.selection = Selection.of(sheet.program(), registers);
    }

    @Override
    public @Nullable Range[] ranges(Quantities quantities) {
        Rows rows = run(quantities);
        @Nullable Range[] ranges = new @Nullable Range[registers.length];
        for (int i = 0; i < registers.length; i++) {
            ranges[i] = registers[i] < 0 ? null : range(registers[i], rows);
        }
        return ranges;
    }

    private Rows run(Quantities quantities) {
        Program program = sheet.program();
        Rows rows = SCRATCH.get();
        rows.prepare(program.registers(), lanes.count());
        rows.begin(fixed, program.fixedRegisters());
        for (int i = 0; i < quantities.count(); i++) {
            rows.one(sheet.quantityRegister(i), quantities.value(i));
        }
        Machine.run(selection.instructions(), rows);
        return rows;
    }

    private @Nullable Range range(int register, Rows rows) {
        double[] row = rows.row(register);
        double value = row[0];
        if (Double.isNaN(value)) {
            return null;
        }
        if ((value < 0 && !lanes.mayBeNegative()) || Double.isInfinite(value)) {
            throw new ArithmeticException("a result of " + sheet.name() + " is " + value);
        }
        return rows.isOne(register) ? Range.exactly(value) : lanes.range(row);
    }
}
