package dev.sillage.calculation.model.sheet;

import java.util.Arrays;
import java.util.List;

/** Which uncertain factors may move each register, and what of each register its users need. */
final class Dependence {
    private static final int[] NONE = {};

    private final int[][] sources;
    private final boolean[] needsSums;
    private final boolean[] needsEnds;

    private Dependence(int registers) {
        sources = new int[registers][];
        needsSums = new boolean[registers];
        needsEnds = new boolean[registers];
    }

    static Dependence of(Program program, FixedValues fixed, List<Instruction> instructions, int[] results) {
        Dependence dependence = new Dependence(program.registers());
        dependence.findSources(fixed, instructions);
        dependence.findNeeds(instructions, results);
        return dependence;
    }

    private void findSources(FixedValues fixed, List<Instruction> instructions) {
        for (int register = 0; register < sources.length; register++) {
            sources[register] = register < fixed.registers() ? fixed.sources(register) : NONE;
        }
        for (Instruction instruction : instructions) {
            sources[instruction.target()] = union(sources[instruction.left()], sources[instruction.right()]);
        }
    }

    /** Backwards from the results: what each instruction has to find out for those that use it. */
    private void findNeeds(List<Instruction> instructions, int[] results) {
        for (int register : results) {
            if (register >= 0) {
                needsSums[register] = true;
            }
        }
        for (int i = instructions.size() - 1; i >= 0; i--) {
            Instruction instruction = instructions.get(i);
            int target = instruction.target();
            boolean fromEnds = needsSums[target] && rule(instruction) == Rule.ENDS;
            needsEnds[target] |= fromEnds;
            for (int operand : new int[] {instruction.left(), instruction.right()}) {
                needsSums[operand] |= needsSums[target] && !fromEnds;
                needsEnds[operand] |= needsEnds[target];
            }
        }
    }

    int registers() {
        return sources.length;
    }

    /** The numbers of the factors that may move a register, ascending. */
    int[] sources(int register) {
        return sources[register];
    }

    boolean isMoved(int register) {
        return sources[register].length > 0;
    }

    /** Whether anybody needs the sums of squared logarithms of a register. */
    boolean needsSums(int register) {
        return needsSums[register] && isMoved(register);
    }

    /** Whether anybody needs the values of a register with each of its factors at its ends. */
    boolean needsEnds(int register) {
        return needsEnds[register] && isMoved(register);
    }

    /** How the sums of the result of an instruction come about. */
    Rule rule(Instruction instruction) {
        int[] left = sources[instruction.left()];
        int[] right = sources[instruction.right()];
        boolean disjoint = union(left, right).length == left.length + right.length;
        return switch (instruction.code()) {
            case FIRST -> Rule.FIRST;
            case MULTIPLY -> disjoint ? Rule.PRODUCT : Rule.ENDS;
            case DIVIDE -> disjoint ? Rule.QUOTIENT : Rule.ENDS;
            default -> Rule.ENDS;
        };
    }

    /** How the sums of squared logarithms of a result come about. */
    enum Rule {
        /** A product of values that depend on different factors: both sums. */
        PRODUCT,
        /** A quotient of values that depend on different factors: both sums, those of the divisor turned round. */
        QUOTIENT,
        /** The first that is present: its sums. */
        FIRST,
        /** Anything else: from the ends. */
        ENDS
    }

    private static int[] union(int[] left, int[] right) {
        if (right.length == 0) {
            return left;
        }
        int[] all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }
}
