package dev.sillage.calculation.model.sheet;

import java.util.Arrays;

/**
 * What the registers that depend on factors only hold: their central values, which factors move them, and their values
 * with each of these factors at its ends.
 */
final class FixedValues {
    private static final int[] NONE = {};

    private final int[][] sources;
    private final double[][] ends;

    FixedValues(Rows rows, int registers) {
        sources = new int[registers][];
        ends = new double[registers][];
        for (int register = 0; register < registers; register++) {
            double[] row = rows.row(register);
            sources[register] = rows.isOne(register) ? NONE : moving(row, rows.lanes());
            ends[register] = ends(row, sources[register]);
        }
    }

    private static int[] moving(double[] row, int lanes) {
        int[] moving = new int[lanes / 2];
        int count = 0;
        for (int lane = 1; lane < lanes; lane += 2) {
            if (Double.compare(row[lane], row[0]) != 0 || Double.compare(row[lane + 1], row[0]) != 0) {
                moving[count++] = lane / 2;
            }
        }
        return Arrays.copyOf(moving, count);
    }

    private static double[] ends(double[] row, int[] moving) {
        double[] ends = new double[1 + 2 * moving.length];
        ends[0] = row[0];
        for (int i = 0; i < moving.length; i++) {
            ends[1 + 2 * i] = row[1 + 2 * moving[i]];
            ends[2 + 2 * i] = row[2 + 2 * moving[i]];
        }
        return ends;
    }

    /** How many registers depend on factors only; they are the first ones. */
    int registers() {
        return ends.length;
    }

    /** The numbers of the factors that move a register, ascending. */
    int[] sources(int register) {
        return sources[register];
    }

    /**
     * The central value of a register, then its value with the first of its factors low and high, with the second low
     * and high, and so on.
     */
    double[] ends(int register) {
        return ends[register];
    }
}
