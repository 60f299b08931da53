package dev.sillage.calculation.model.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the sums of squared logarithms of the registers come about ({@link Sensitivities}), from a tape that has run. The
 * sum of the moves down of register {@code r} stands at {@code 2 * r}, that of the moves up behind it.
 */
final class Sums {
    private static final int NOT_MOVED = 0;

    private final double[] start;
    private final Step[] steps;
    private final int[] ofRegister;

    /**
     * @param rule how
     * @param target where the result goes
     * @param left the sums of the left operand
     * @param right the sums of the right operand
     * @param cell the cell of the left operand with {@link Dependence.Rule#FIRST}, else of the result
     * @param ends how many ends the result has
     */
    private record Step(Dependence.Rule rule, int target, int left, int right, int cell, int ends) {}

    Sums(Dependence dependence, FixedValues fixed, Cells cells, List<Instruction> instructions) {
        ofRegister = new int[dependence.registers()];
        List<double[]> known = new ArrayList<>();
        // The first is for all registers that no factor moves.
        known.add(new double[2]);
        for (int register = 0; register < fixed.registers(); register++) {
            if (dependence.needsSums(register)) {
                double[] sums = new double[2];
                double[] ends = fixed.ends(register);
                Sensitivities.sums(ends, 0, ends.length - 1, sums, 0);
                ofRegister[register] = 2 * known.size();
                known.add(sums);
            }
        }
        int next = 2 * known.size();
        List<Step> made = new ArrayList<>();
        for (Instruction instruction : instructions) {
            int target = instruction.target();
            if (dependence.needsSums(target)) {
                Dependence.Rule rule = dependence.rule(instruction);
                int left = ofRegister[instruction.left()];
                int right = ofRegister[instruction.right()];
                boolean scaled =
                        right == NOT_MOVED && (rule == Dependence.Rule.PRODUCT || rule == Dependence.Rule.QUOTIENT);
                ofRegister[target] = scaled ? left : next;
                if (!scaled) {
                    int cell = cells.of(rule == Dependence.Rule.FIRST ? instruction.left() : target);
                    made.add(new Step(rule, next, left, right, cell, 2 * dependence.sources(target).length));
                    next += 2;
                }
            }
        }
        steps = made.toArray(Step[]::new);
        start = Arrays.copyOf(known.stream().flatMapToDouble(Arrays::stream).toArray(), next);
    }

    int count() {
        return start.length;
    }

    /** Where the sums of a register stand. */
    int of(int register) {
        return ofRegister[register];
    }

    /** Computes all sums from the cells of the tape. */
    void run(double[] cells, double[] sums) {
        System.arraycopy(start, 0, sums, 0, start.length);
        for (Step step : steps) {
            int target = step.target();
            int left = step.left();
            int right = step.right();
            switch (step.rule()) {
                case PRODUCT -> {
                    sums[target] = sums[left] + sums[right];
                    sums[target + 1] = sums[left + 1] + sums[right + 1];
                }
                case QUOTIENT -> {
                    sums[target] = sums[left] + sums[right + 1];
                    sums[target + 1] = sums[left + 1] + sums[right];
                }
                case FIRST -> {
                    int present = Double.isNaN(cells[step.cell()]) ? right : left;
                    sums[target] = sums[present];
                    sums[target + 1] = sums[present + 1];
                }
                case ENDS -> Sensitivities.sums(cells, step.cell(), step.ends(), sums, target);
            }
        }
    }
}
