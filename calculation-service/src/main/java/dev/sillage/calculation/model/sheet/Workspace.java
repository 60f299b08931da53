package dev.sillage.calculation.model.sheet;

/** The memory of one evaluation at a time; each evaluation of a thread uses the same again. */
final class Workspace {
    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    private double[] cells = {};
    private double[] sums = {};

    /** That of this thread, with room for so many; it holds what was left in it. */
    static Workspace of(int cells, int sums) {
        Workspace space = OF_THREAD.get();
        if (space.cells.length < cells) {
            space.cells = new double[cells];
        }
        if (space.sums.length < sums) {
            space.sums = new double[sums];
        }
        return space;
    }

    double[] cells() {
        return cells;
    }

    double[] sums() {
        return sums;
    }
}
