package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explained;
import dev.sillage.calculation.model.Range;
import java.util.List;
import java.util.function.Function;

/**
 * What people use, as shares of the time that sum to one.
 *
 * @param parts the devices
 * @param powerW mean power while in use
 * @param embodiedGPerHour mean share of making the device, g CO2e per hour of use
 */
record DeviceMix(List<Part> parts, Range powerW, Range embodiedGPerHour) {

    /**
     * One device of the mix.
     *
     * @param name for example {@code laptop}
     * @param share of the time
     * @param power in W
     * @param embodied in g CO2e per hour of use
     */
    record Part(String name, double share, Factor power, Factor embodied) {
        Part times(double factor) {
            return new Part(name, share * factor, power, embodied);
        }
    }

    /** A mix of these parts, scaled so that the shares sum to one. */
    static DeviceMix of(List<Part> parts) {
        double sum = parts.stream().mapToDouble(Part::share).sum();
        List<Part> scaled = sum == 1
                ? List.copyOf(parts)
                : parts.stream().map(part -> part.times(1 / sum)).toList();
        return new DeviceMix(scaled, mean(scaled, Part::power), mean(scaled, Part::embodied));
    }

    private static Range mean(List<Part> parts, Function<Part, Factor> factor) {
        Range sum = Range.exactly(0);
        for (Part part : parts) {
            sum = sum.plus(Explained.range(factor.apply(part)).times(part.share()));
        }
        return sum;
    }
}
