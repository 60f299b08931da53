package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.model.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which lane stands for which state of the factors, and how the lanes of a result become its range.
 *
 * <p>With {@link Spread#INDEPENDENT} and {@link Spread#DIFFERENCE}, lane 0 has all factors at their centre, lanes 2i+1
 * and 2i+2 have the i-th uncertain factor low and high.
 */
final class Lanes {
    private final Spread spread;
    private final List<Object> sources;

    private Lanes(Spread spread, List<Object> sources) {
        this.spread = spread;
        this.sources = List.copyOf(sources);
    }

    static Lanes of(Spread spread, Collection<Operand> operands) {
        List<Object> sources = new ArrayList<>();
        if (spread == Spread.INDEPENDENT || spread == Spread.DIFFERENCE) {
            for (Operand operand : operands) {
                if (operand.isUncertain() && !sources.contains(operand.source())) {
                    sources.add(operand.source());
                }
            }
        }
        return new Lanes(spread, sources);
    }

    boolean mayBeNegative() {
        return spread == Spread.DIFFERENCE;
    }

    int count() {
        return switch (spread) {
            case POINT -> 1;
            case ENDS -> 2;
            case INDEPENDENT, DIFFERENCE -> 1 + 2 * sources.size();
        };
    }

    /** The value of an operand in a lane, in its own unit. */
    double value(Operand operand, int lane) {
        double sum = 0;
        for (Operand.Part part : operand.parts()) {
            double value =
                    switch (end(operand, lane)) {
                        case -1 -> part.factor().low();
                        case 1 -> part.factor().high();
                        default -> part.factor().central();
                    };
            sum += part.share() * value;
        }
        return sum;
    }

    /** -1 for the low end, 1 for the high end, 0 for the centre. */
    private int end(Operand operand, int lane) {
        if (spread == Spread.POINT) {
            return 0;
        }
        if (spread == Spread.ENDS) {
            return lane == 0 ? -1 : 1;
        }
        int source = sources.indexOf(operand.source());
        if (source < 0) {
            return 0;
        }
        return lane == 2 * source + 1 ? -1 : lane == 2 * source + 2 ? 1 : 0;
    }

    /** The range of a register that has these values in its lanes; they must be present and finite. */
    Range range(double[] values) {
        return switch (spread) {
            case POINT -> Range.exactly(values[0]);
            case ENDS -> ends(values[0], values[1]);
            case INDEPENDENT -> throw new IllegalStateException("has sensitivities");
            case DIFFERENCE -> difference(values);
        };
    }

    private static Range ends(double one, double other) {
        return Range.between(Math.min(one, other), Math.max(one, other));
    }

    private Range difference(double[] values) {
        double central = values[0];
        double down = 0;
        double up = 0;
        for (int lane = 1; lane < count(); lane += 2) {
            double below = Math.min(0, Math.min(values[lane], values[lane + 1]) - central);
            double above = Math.max(0, Math.max(values[lane], values[lane + 1]) - central);
            down += below * below;
            up += above * above;
        }
        return new Range(central - Math.sqrt(down), central, central + Math.sqrt(up));
    }
}
