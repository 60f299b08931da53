package dev.sillage.calculation.model.sheet;

import java.util.List;

/**
 * Runs instructions over lanes: each lane is one way in which the uncertain factors may turn out. What is equal in all
 * lanes is computed once; the loops of the basic operations stand alone, each over arrays of its own, which is what the
 * virtual machine turns into vector instructions.
 */
final class Machine {

    private Machine() {}

    /** Runs a program in rows that hold what it starts from. */
    static void run(List<Instruction> instructions, Rows rows) {
        int count = instructions.size();
        for (int i = 0; i < count; i++) {
            run(instructions.get(i), rows);
        }
    }

    private static void run(Instruction instruction, Rows rows) {
        Code code = instruction.code();
        int target = instruction.target();
        int left = instruction.left();
        int right = instruction.right();
        if (code == Code.FIRST) {
            rows.same(target, Double.isNaN(rows.row(left)[0]) ? right : left);
        } else if (rows.isOne(left) && rows.isOne(right)) {
            rows.one(target, code.apply(rows.row(left)[0], rows.row(right)[0]));
        } else if (rows.isOne(left)) {
            many(code, rows.row(left)[0], rows.row(right), rows.many(target), rows.lanes());
        } else if (rows.isOne(right)) {
            many(code, rows.row(left), rows.row(right)[0], rows.many(target), rows.lanes());
        } else {
            many(code, rows.row(left), rows.row(right), rows.many(target), rows.lanes());
        }
    }

    private static void many(Code code, double a, double[] b, double[] t, int lanes) {
        if (code == Code.MULTIPLY) {
            multiply(b, a, t, lanes);
        } else if (code == Code.ADD) {
            add(b, a, t, lanes);
        } else {
            for (int i = 0; i < lanes; i++) {
                t[i] = code.apply(a, b[i]);
            }
        }
    }

    private static void many(Code code, double[] a, double b, double[] t, int lanes) {
        if (code == Code.MULTIPLY) {
            multiply(a, b, t, lanes);
        } else if (code == Code.ADD) {
            add(a, b, t, lanes);
        } else {
            for (int i = 0; i < lanes; i++) {
                t[i] = code.apply(a[i], b);
            }
        }
    }

    private static void many(Code code, double[] a, double[] b, double[] t, int lanes) {
        if (code == Code.MULTIPLY) {
            multiply(a, b, t, lanes);
        } else if (code == Code.ADD) {
            add(a, b, t, lanes);
        } else if (code == Code.DIVIDE) {
            divide(a, b, t, lanes);
        } else {
            for (int i = 0; i < lanes; i++) {
                t[i] = code.apply(a[i], b[i]);
            }
        }
    }

    private static void multiply(double[] a, double b, double[] t, int lanes) {
        for (int i = 0; i < lanes; i++) {
            t[i] = a[i] * b;
        }
    }

    private static void add(double[] a, double b, double[] t, int lanes) {
        for (int i = 0; i < lanes; i++) {
            t[i] = a[i] + b;
        }
    }

    private static void multiply(double[] a, double[] b, double[] t, int lanes) {
        for (int i = 0; i < lanes; i++) {
            t[i] = a[i] * b[i];
        }
    }

    private static void add(double[] a, double[] b, double[] t, int lanes) {
        for (int i = 0; i < lanes; i++) {
            t[i] = a[i] + b[i];
        }
    }

    private static void divide(double[] a, double[] b, double[] t, int lanes) {
        for (int i = 0; i < lanes; i++) {
            t[i] = a[i] / b[i];
        }
    }
}
