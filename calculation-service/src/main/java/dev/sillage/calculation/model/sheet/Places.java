package dev.sillage.calculation.model.sheet;

import java.util.Arrays;
import java.util.List;

/** Numbers the registers that an evaluation touches from zero on, so that it carries no others around. */
final class Places {
    private static final int ABSENT = -1;

    private final int[] ofRegister;
    private int count;

    private Places(int registers) {
        ofRegister = new int[registers];
        Arrays.fill(ofRegister, ABSENT);
    }

    /** Ascending by register, so that fixed ones come first. */
    static Places of(int registers, List<Instruction> instructions, int[] results) {
        Places places = new Places(registers);
        boolean[] touched = new boolean[registers];
        for (Instruction instruction : instructions) {
            touched[instruction.left()] = true;
            touched[instruction.right()] = true;
            touched[instruction.target()] = true;
        }
        for (int register : results) {
            if (register >= 0) {
                touched[register] = true;
            }
        }
        for (int register = 0; register < registers; register++) {
            if (touched[register]) {
                places.ofRegister[register] = places.count++;
            }
        }
        return places;
    }

    /** The place of a register; -1 when it is not touched or there is none. */
    int of(int register) {
        return register < 0 ? ABSENT : ofRegister[register];
    }

    int count() {
        return count;
    }
}
