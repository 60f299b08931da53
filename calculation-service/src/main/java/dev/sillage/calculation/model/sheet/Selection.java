package dev.sillage.calculation.model.sheet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The instructions that some results need, so that nobody pays for steps that are only shown.
 *
 * @param instructions those that are needed, in order
 */
record Selection(List<Instruction> instructions) {

    static Selection of(Program program, int[] registers) {
        boolean[] needed = new boolean[program.registers()];
        for (int register : registers) {
            if (register >= 0) {
                needed[register] = true;
            }
        }
        Deque<Instruction> selected = new ArrayDeque<>();
        List<Instruction> all = program.moving();
        for (int i = all.size() - 1; i >= 0; i--) {
            Instruction instruction = all.get(i);
            if (needed[instruction.target()]) {
                needed[instruction.left()] = true;
                needed[instruction.right()] = true;
                selected.addFirst(instruction);
            }
        }
        return new Selection(List.copyOf(selected));
    }
}
