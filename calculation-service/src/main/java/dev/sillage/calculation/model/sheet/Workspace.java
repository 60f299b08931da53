package dev.sillage.calculation.model.sheet;

/**
 * The places of one evaluation at a time, as {@link SensitivityEvaluator} fills them; each evaluation of a thread
 * uses the same arrays again.
 */
final class Workspace {
    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    double[] central = {};
    double[] down = {};
    double[] up = {};
    double[][] ends = {};
    private double[][] storage = {};

    static Workspace of(int places) {
        Workspace space = OF_THREAD.get();
        if (space.central.length < places) {
            space.central = new double[places];
            space.down = new double[places];
            space.up = new double[places];
            space.ends = new double[places][];
            space.storage = new double[places][1];
        }
        return space;
    }

    /** Room for the ends of a place, which are then its ends. */
    double[] room(int place, int count) {
        double[] room = storage[place];
        if (room.length < count) {
            room = new double[count];
            storage[place] = room;
        }
        ends[place] = room;
        return room;
    }
}
