package dev.sillage.calculation.model.sheet;

import java.util.Arrays;

/**
 * A straight run of operations on single values, as the tape of automatic differentiation: the central value of a
 * register and its values with each factor at its ends are cells like any other, and each operation fills the next cell.
 * That is what makes it fast; there is nothing to decide but the operation.
 */
final class Tape {
    private static final Code[] CODES = Code.values();
    private static final int MULTIPLY = Code.MULTIPLY.ordinal();
    private static final int ADD = Code.ADD.ordinal();
    private static final int DIVIDE = Code.DIVIDE.ordinal();
    private static final int CODE_BITS = 4;
    private static final int CELL_BITS = 30;
    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int CELL_MASK = (1 << CELL_BITS) - 1;

    private final double[] start;
    private final long[] operations;

    private Tape(double[] start, long[] operations) {
        this.start = start;
        this.operations = operations;
    }

    int cells() {
        return start.length + operations.length;
    }

    /** Fills the cells that it starts from, but for the quantities. */
    void begin(double[] cells) {
        System.arraycopy(start, 0, cells, 0, start.length);
    }

    /** Computes all other cells. */
    void run(double[] cells) {
        int target = start.length;
        for (long operation : operations) {
            double left = cells[(int) (operation >>> CODE_BITS) & CELL_MASK];
            double right = cells[(int) (operation >>> (CODE_BITS + CELL_BITS))];
            int code = (int) operation & CODE_MASK;
            double result;
            // Nearly all are one of these.
            if (code == MULTIPLY) {
                result = left * right;
            } else if (code == ADD) {
                result = left + right;
            } else if (code == DIVIDE) {
                result = left / right;
            } else {
                result = CODES[code].apply(left, right);
            }
            cells[target++] = result;
        }
    }

    /** Writes a tape: first the cells that it starts from, then the operations. */
    static final class Writer {
        private double[] start = new double[64];
        private long[] operations = new long[64];
        private int starts;
        private int count;

        /** A cell to start from; its number. */
        int start(double value) {
            start = starts < start.length ? start : Arrays.copyOf(start, 2 * starts);
            start[starts] = value;
            return starts++;
        }

        /** An operation on two cells; the number of the cell that it fills. */
        int operation(Code code, int left, int right) {
            operations = count < operations.length ? operations : Arrays.copyOf(operations, 2 * count);
            operations[count] =
                    code.ordinal() | (long) left << CODE_BITS | (long) right << (CODE_BITS + CELL_BITS);
            return starts + count++;
        }

        Tape tape() {
            return new Tape(Arrays.copyOf(start, starts), Arrays.copyOf(operations, count));
        }
    }
}
