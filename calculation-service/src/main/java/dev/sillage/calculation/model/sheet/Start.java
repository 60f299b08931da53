package dev.sillage.calculation.model.sheet;

/** What the places of an evaluation hold before it begins; nothing moves those that are still to be computed. */
final class Start {
    private final double[] central;
    private final double[] down;
    private final double[] up;
    private final double[][] ends;

    Start(FixedValues fixed, Places places) {
        central = new double[places.count()];
        down = new double[places.count()];
        up = new double[places.count()];
        ends = new double[places.count()][1];
        for (int register = 0; register < fixed.registers(); register++) {
            int place = places.of(register);
            if (place >= 0) {
                ends[place] = fixed.ends(register);
                central[place] = ends[place][0];
                Sensitivities.sums(ends[place], ends[place].length - 1, down, up, place);
            }
        }
    }

    Workspace begin() {
        int count = central.length;
        Workspace space = Workspace.of(count);
        System.arraycopy(central, 0, space.central, 0, count);
        System.arraycopy(down, 0, space.down, 0, count);
        System.arraycopy(up, 0, space.up, 0, count);
        System.arraycopy(ends, 0, space.ends, 0, count);
        return space;
    }
}
