package dev.sillage.calculation.model.sheet;

import java.util.List;

/**
 * Runs instructions over lanes: each register holds one value for each lane, and each lane is one way in which the
 * uncertain factors may turn out. The four basic operations have loops of their own, which the compiler of the virtual
 * machine turns into vector instructions.
 */
final class Machine {

    private Machine() {}

    /**
     * Runs a program.
     *
     * @param fixed values of the registers below {@code fixedRegisters}, which the instructions may only read unless
     *     {@code target} is the same array
     * @param target values of the registers that the instructions write, beginning with register {@code first}
     */
    static void run(
            List<Instruction> instructions, int lanes, int fixedRegisters, double[] fixed, double[] target, int first) {
        int count = instructions.size();
        for (int i = 0; i < count; i++) {
            Instruction instruction = instructions.get(i);
            int left = instruction.left();
            int right = instruction.right();
            boolean leftFixed = left < fixedRegisters;
            boolean rightFixed = right < fixedRegisters;
            apply(
                    instruction.code(),
                    lanes,
                    leftFixed ? fixed : target,
                    (leftFixed ? left : left - first) * lanes,
                    rightFixed ? fixed : target,
                    (rightFixed ? right : right - first) * lanes,
                    target,
                    (instruction.target() - first) * lanes);
        }
    }

    private static void apply(Code code, int lanes, double[] a, int ao, double[] b, int bo, double[] t, int to) {
        switch (code) {
            case ADD -> {
                for (int i = 0; i < lanes; i++) {
                    t[to + i] = a[ao + i] + b[bo + i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < lanes; i++) {
                    t[to + i] = a[ao + i] - b[bo + i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < lanes; i++) {
                    t[to + i] = a[ao + i] * b[bo + i];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < lanes; i++) {
                    t[to + i] = a[ao + i] / b[bo + i];
                }
            }
            default -> {
                for (int i = 0; i < lanes; i++) {
                    t[to + i] = code.apply(a[ao + i], b[bo + i]);
                }
            }
        }
    }
}
