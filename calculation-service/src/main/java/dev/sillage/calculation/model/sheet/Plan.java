package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.unit.Unit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sheet whose factors have values. What depends on factors only is computed once, here; an evaluation computes the
 * rest. Immutable, safe for use by many threads.
 */
public final class Plan {
    private static final ThreadLocal<double[]> SCRATCH = ThreadLocal.withInitial(() -> new double[4096]);

    private final Sheet sheet;
    private final Map<String, Operand> operands;
    private final Lanes lanes;
    private final double[] fixed;

    Plan(Sheet sheet, Spread spread, Map<String, Operand> operands) {
        this.sheet = sheet;
        this.operands = new LinkedHashMap<>(operands);
        this.lanes = Lanes.of(spread, operands.values());
        this.fixed = fixedValues();
    }

    private double[] fixedValues() {
        Program program = sheet.program();
        int count = lanes.count();
        double[] values = new double[program.fixedRegisters() * count];
        Arrays.fill(values, Double.NaN);
        program.literals()
                .forEach((register, value) -> Arrays.fill(values, register * count, (register + 1) * count, value));
        operands.forEach((symbol, operand) -> {
            int offset = program.register(symbol) * count;
            double factor = conversion(symbol, operand);
            for (int lane = 0; lane < count; lane++) {
                values[offset + lane] = lanes.value(operand, lane) * factor;
            }
        });
        Machine.run(program.fixed(), count, program.fixedRegisters(), values, values, 0);
        return values;
    }

    private double conversion(String symbol, Operand operand) {
        Unit declared = sheet.lines().stream()
                .filter(line -> line instanceof Line.Constant && line.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new SheetException("sheet " + sheet.name() + ": no factor " + symbol))
                .unit();
        Factor factor = operand.parts().get(0).factor();
        try {
            return Unit.parse(factor.unit()).factorTo(declared);
        } catch (IllegalArgumentException e) {
            throw new SheetException(
                    "sheet " + sheet.name() + ", symbol " + symbol + ", factor " + factor.key() + ": " + e.getMessage(),
                    e);
        }
    }

    /** The sheet. */
    public Sheet sheet() {
        return sheet;
    }

    /** What its factors stand for, by symbol. */
    public Map<String, Operand> operands() {
        return Map.copyOf(operands);
    }

    /** Where a step stands, to be asked for many times; -1 when the sheet has no such step. */
    public int locate(String stepName) {
        Line.Computed step = sheet.step(stepName);
        return step == null ? -1 : sheet.program().register(step.symbol());
    }

    /**
     * The ranges of some steps.
     *
     * @param quantities of {@link Sheet#newQuantities}
     * @param registers from {@link #locate}
     * @return in the order of {@code registers}; null where the step, or something that it needs, is absent
     * @throws ArithmeticException when a result is too large for a number, or negative and no difference
     */
    public @Nullable Range[] evaluate(Quantities quantities, int[] registers) {
        double[] moving = run(quantities);
        @Nullable Range[] ranges = new @Nullable Range[registers.length];
        for (int i = 0; i < registers.length; i++) {
            ranges[i] = registers[i] < 0 ? null : range(registers[i], moving);
        }
        return ranges;
    }

    private double[] run(Quantities quantities) {
        Program program = sheet.program();
        int count = lanes.count();
        int first = program.fixedRegisters();
        int size = (program.registers() - first) * count;
        double[] moving = SCRATCH.get();
        if (moving.length < size) {
            moving = new double[size];
            SCRATCH.set(moving);
        }
        for (int i = 0; i < quantities.count(); i++) {
            int offset = (sheet.quantityRegister(i) - first) * count;
            Arrays.fill(moving, offset, offset + count, quantities.value(i));
        }
        Machine.run(program.moving(), count, first, fixed, moving, first);
        return moving;
    }

    private @Nullable Range range(int register, double[] moving) {
        int first = sheet.program().fixedRegisters();
        boolean isFixed = register < first;
        double[] values = isFixed ? fixed : moving;
        int offset = (isFixed ? register : register - first) * lanes.count();
        double value = values[offset];
        if (Double.isNaN(value)) {
            return null;
        }
        if ((value < 0 && !lanes.mayBeNegative()) || Double.isInfinite(value)) {
            throw new ArithmeticException("a result of " + sheet.name() + " is " + value);
        }
        return lanes.range(values, offset);
    }

    /** Every step with what it starts from, in order; steps without a result are left out. */
    public List<Explanation.Step> explain(Quantities quantities) {
        double[] moving = run(quantities);
        return new Steps(sheet, operands, symbol -> range(sheet.program().register(symbol), moving)).all();
    }
}
