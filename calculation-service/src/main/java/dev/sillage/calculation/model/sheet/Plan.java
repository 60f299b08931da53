package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.unit.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sheet whose factors have values. What depends on factors only is computed once, here; an evaluation computes the
 * rest. Immutable, safe for use by many threads.
 */
public final class Plan {
    private final Sheet sheet;
    private final Map<String, Operand> operands;
    private final Lanes lanes;
    private final Rows fixed;
    private final @Nullable FixedValues sensitivities;

    Plan(Sheet sheet, Spread spread, Map<String, Operand> operands) {
        this.sheet = sheet;
        // In the order of their symbols, so that sums over them have the same bits in every process.
        this.operands = new TreeMap<>(operands);
        this.lanes = Lanes.of(spread, this.operands.values());
        this.fixed = fixedValues();
        this.sensitivities = spread == Spread.INDEPENDENT
                ? new FixedValues(fixed, sheet.program().fixedRegisters())
                : null;
    }

    private Rows fixedValues() {
        Program program = sheet.program();
        int count = lanes.count();
        int registers = program.fixedRegisters();
        Rows rows = new Rows();
        rows.prepare(registers, count);
        for (int register = 0; register < registers; register++) {
            rows.one(register, Double.NaN);
        }
        program.literals().forEach(rows::one);
        operands.forEach((symbol, operand) -> {
            int register = program.register(symbol);
            double factor = conversion(symbol, operand);
            double[] row = rows.many(register);
            for (int lane = 0; lane < count; lane++) {
                row[lane] = lanes.value(operand, lane) * factor;
            }
            rows.compact(register);
        });
        Machine.run(program.fixed(), rows);
        for (int register = 0; register < registers; register++) {
            rows.compact(register);
        }
        return rows;
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

    /** Steps that will be asked for many times; a step that the sheet does not have is always absent. */
    public Results results(List<String> stepNames) {
        return new Results(evaluator(stepNames.stream().mapToInt(this::locate).toArray()));
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
        return evaluator(registers).ranges(quantities);
    }

    private Evaluator evaluator(int[] registers) {
        return sensitivities == null
                ? new LaneEvaluator(sheet, lanes, fixed, registers)
                : new SensitivityEvaluator(sheet, sensitivities, registers);
    }

    /** Every step with what it starts from, in order; steps without a result are left out. */
    public List<Explanation.Step> explain(Quantities quantities) {
        List<String> symbols = sheet.lines().stream().map(Line::symbol).toList();
        @Nullable
        Range[] ranges = evaluate(
                quantities, symbols.stream().mapToInt(sheet.program()::register).toArray());
        Map<String, @Nullable Range> bySymbol = new HashMap<>();
        for (int i = 0; i < ranges.length; i++) {
            bySymbol.put(symbols.get(i), ranges[i]);
        }
        return new Steps(sheet, operands, bySymbol::get).all();
    }
}
