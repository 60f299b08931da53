package dev.sillage.calculation.model.sheet;

import java.util.Arrays;

/**
 * The values of some registers: a row of lanes for each, or one value where all lanes are equal. Used by one thread at
 * a time; the rows of a plan's fixed registers are only read.
 */
final class Rows {
    private double[][] storage = new double[0][];
    private double[][] rows = new double[0][];
    private boolean[] single = new boolean[0];
    private int lanes;

    /** Makes room for registers of that many lanes; what they held before is void. */
    void prepare(int registers, int laneCount) {
        lanes = laneCount;
        if (rows.length < registers) {
            rows = new double[registers][];
            single = new boolean[registers];
            storage = Arrays.copyOf(storage, registers);
        }
    }

    /** Begins with the first registers of other rows. */
    void begin(Rows others, int registers) {
        System.arraycopy(others.rows, 0, rows, 0, registers);
        System.arraycopy(others.single, 0, single, 0, registers);
    }

    /** Room for a register whose lanes differ. */
    double[] many(int register) {
        single[register] = false;
        return room(register);
    }

    void one(int register, double value) {
        room(register)[0] = value;
        single[register] = true;
    }

    /** The register is what the other is. */
    void same(int register, int other) {
        rows[register] = rows[other];
        single[register] = single[other];
    }

    /** Lanes that turn out to be equal become one value. */
    void compact(int register) {
        double[] row = rows[register];
        if (single[register]) {
            return;
        }
        for (int lane = 1; lane < lanes; lane++) {
            if (Double.doubleToRawLongBits(row[lane]) != Double.doubleToRawLongBits(row[0])) {
                return;
            }
        }
        single[register] = true;
    }

    private double[] room(int register) {
        double[] room = storage[register];
        if (room == null || room.length < lanes) {
            room = new double[lanes];
            storage[register] = room;
        }
        rows[register] = room;
        return room;
    }

    double[] row(int register) {
        return rows[register];
    }

    boolean isOne(int register) {
        return single[register];
    }

    int lanes() {
        return lanes;
    }
}
