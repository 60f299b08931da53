package dev.sillage.calculation.model.sheet;

/**
 * How far a value moves when each uncertain factor moves alone, from one end of its range to the other (one factor at a
 * time: the local sensitivity analysis of life cycle assessment), and how these moves combine to a range.
 *
 * <p>A move counts by its logarithm. All moves down, and all moves up, are combined as the root of the sum of their
 * squares. So the product of two values that depend on different factors has the sum of both their sums, and nobody has
 * to look at its factors again.
 */
final class Sensitivities {

    private Sensitivities() {}

    /**
     * The sums of the squared logarithms of all moves down, and of all moves up.
     *
     * @param cells the central value, then the value with the first factor low and high, with the second low and high,
     *     and so on
     * @param from where the central value stands
     * @param count how many values there are behind it
     * @param sums takes the sum of the moves down at {@code place}, and that of the moves up behind it
     */
    static void sums(double[] cells, int from, int count, double[] sums, int place) {
        double downs = 0;
        double ups = 0;
        double central = cells[from];
        // One division for all; what the product loses is less than the rounding of the value itself.
        double reciprocal = central == 0 ? 0 : 1 / central;
        for (int i = from + 1; i < from + count; i += 2) {
            double one = Exponentials.log(cells[i] * reciprocal);
            double other = Exponentials.log(cells[i + 1] * reciprocal);
            double lower = one < other ? one : other;
            double upper = one < other ? other : one;
            downs += lower < 0 ? lower * lower : 0;
            ups += upper > 0 ? upper * upper : 0;
        }
        sums[place] = central == 0 ? 0 : downs;
        sums[place + 1] = central == 0 ? 0 : ups;
    }

    /** The low end of a value whose moves down have this sum. */
    static double low(double central, double down) {
        return down == 0 ? central : central / Exponentials.exp(Math.sqrt(down));
    }

    /** The high end of a value whose moves up have this sum. */
    static double high(double central, double up) {
        return up == 0 ? central : central * Exponentials.exp(Math.sqrt(up));
    }
}
