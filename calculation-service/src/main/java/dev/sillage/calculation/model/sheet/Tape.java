package dev.sillage.calculation.model.sheet;

import java.util.Arrays;

/**
 * A straight run of operations on single values, as the tape of automatic differentiation: the central value of a
 * register and its values with each factor at its ends are cells like any other, and each operation fills the next cell.
 * That is what makes it fast: there is nothing to decide but the operation, and that once for all that stand together.
 */
final class Tape {
    private final double[] start;
    private final int[] left;
    private final int[] right;
    private final Stretch[] stretches;

    /** Operations of one kind, up to that one. */
    private record Stretch(Code code, int end) {}

    private Tape(Writer writer) {
        this.start = Arrays.copyOf(writer.start, writer.starts);
        this.left = Arrays.copyOf(writer.left, writer.count);
        this.right = Arrays.copyOf(writer.right, writer.count);
        this.stretches = stretches(writer.codes, writer.count);
    }

    private static Stretch[] stretches(Code[] codes, int count) {
        Stretch[] found = new Stretch[count];
        int stretches = 0;
        for (int i = 0; i < count; i++) {
            if (i + 1 == count || codes[i] != codes[i + 1]) {
                found[stretches++] = new Stretch(codes[i], i + 1);
            }
        }
        return Arrays.copyOf(found, stretches);
    }

    int cells() {
        return start.length + left.length;
    }

    /** Fills the cells that it starts from, but for the quantities. */
    void begin(double[] cells) {
        System.arraycopy(start, 0, cells, 0, start.length);
    }

    /** Computes all other cells. */
    void run(double[] cells) {
        int from = 0;
        for (Stretch stretch : stretches) {
            int end = stretch.end();
            switch (stretch.code()) {
                case MULTIPLY -> multiply(cells, from, end);
                case ADD -> add(cells, from, end);
                default -> apply(stretch.code(), cells, from, end);
            }
            from = end;
        }
    }

    private void multiply(double[] cells, int from, int end) {
        int first = start.length;
        for (int i = from; i < end; i++) {
            cells[first + i] = cells[left[i]] * cells[right[i]];
        }
    }

    private void add(double[] cells, int from, int end) {
        int first = start.length;
        for (int i = from; i < end; i++) {
            cells[first + i] = cells[left[i]] + cells[right[i]];
        }
    }

    private void apply(Code code, double[] cells, int from, int end) {
        int first = start.length;
        for (int i = from; i < end; i++) {
            cells[first + i] = code.apply(cells[left[i]], cells[right[i]]);
        }
    }

    /** Writes a tape: first the cells that it starts from, then the operations. */
    static final class Writer {
        private double[] start = new double[64];
        private int starts;
        private Code[] codes = new Code[64];
        private int[] left = new int[64];
        private int[] right = new int[64];
        private int count;

        /** A cell to start from; its number. */
        int start(double value) {
            if (starts == start.length) {
                start = Arrays.copyOf(start, 2 * starts);
            }
            start[starts] = value;
            return starts++;
        }

        /** An operation on two cells; the number of the cell that it fills. */
        int operation(Code code, int ofLeft, int ofRight) {
            if (count == codes.length) {
                codes = Arrays.copyOf(codes, 2 * count);
                left = Arrays.copyOf(left, 2 * count);
                right = Arrays.copyOf(right, 2 * count);
            }
            codes[count] = code;
            left[count] = ofLeft;
            right[count] = ofRight;
            return starts + count++;
        }

        Tape tape() {
            return new Tape(this);
        }
    }
}
