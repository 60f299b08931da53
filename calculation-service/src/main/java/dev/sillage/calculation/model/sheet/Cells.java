package dev.sillage.calculation.model.sheet;

import java.util.Arrays;
import java.util.List;

/** Where the registers of an evaluation stand on its tape: the central value first, then the ends, if needed. */
final class Cells {
    private static final int ABSENT = -1;

    private final Dependence dependence;
    private final Tape.Writer writer = new Tape.Writer();
    private final int[] ofRegister;

    private Cells(Dependence dependence, int registers) {
        this.dependence = dependence;
        this.ofRegister = new int[registers];
        Arrays.fill(ofRegister, ABSENT);
    }

    static Cells of(
            Program program, FixedValues fixed, Dependence dependence, List<Instruction> instructions, int[] results) {
        Cells cells = new Cells(dependence, program.registers());
        for (Instruction instruction : instructions) {
            cells.start(instruction.left(), fixed, program);
            cells.start(instruction.right(), fixed, program);
        }
        for (int register : results) {
            if (register >= 0) {
                cells.start(register, fixed, program);
            }
        }
        for (Instruction instruction : instructions) {
            cells.compute(instruction);
        }
        return cells;
    }

    /** A register that no instruction computes: fixed, or a quantity. */
    private void start(int register, FixedValues fixed, Program program) {
        if (ofRegister[register] != ABSENT || program.isComputed(register)) {
            return;
        }
        if (register >= fixed.registers()) {
            ofRegister[register] = writer.start(Double.NaN);
            return;
        }
        double[] ends = fixed.ends(register);
        ofRegister[register] = writer.start(ends[0]);
        for (int i = 1; i < ends.length; i++) {
            writer.start(ends[i]);
        }
    }

    private void compute(Instruction instruction) {
        int left = instruction.left();
        int right = instruction.right();
        int target = instruction.target();
        Code code = instruction.code();
        ofRegister[target] = writer.operation(code, ofRegister[left], ofRegister[right]);
        if (dependence.needsEnds(target)) {
            for (int source : dependence.sources(target)) {
                for (int end = 0; end < 2; end++) {
                    writer.operation(code, end(left, source, end), end(right, source, end));
                }
            }
        }
    }

    /** The cell of a register with a factor at an end; that of its central value when the factor does not move it. */
    private int end(int register, int source, int end) {
        int found = Arrays.binarySearch(dependence.sources(register), source);
        return found < 0 ? ofRegister[register] : ofRegister[register] + 1 + 2 * found + end;
    }

    /** The cell of the central value; -1 when the evaluation does not touch the register, or there is none. */
    int of(int register) {
        return register < 0 ? ABSENT : ofRegister[register];
    }

    Tape tape() {
        return writer.tape();
    }
}
