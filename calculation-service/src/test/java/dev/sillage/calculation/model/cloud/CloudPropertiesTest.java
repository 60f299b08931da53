package dev.sillage.calculation.model.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sillage.activity.Activity;
import dev.sillage.activity.Compute;
import dev.sillage.activity.Storage;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.sheet.ExplanationCheck;
import dev.sillage.footprint.Criterion;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class CloudPropertiesTest {
    private final CloudMethod method = new CloudMethod();

    @Property(tries = 60, seed = "20261123")
    void machinesScaleWithTheirTimeAndNeverFallWithTheirLoad(
            @ForAll @Scale(6) @DoubleRange(min = 1e-3, max = 1e9) double hours,
            @ForAll @DoubleRange(min = 0, max = 1) double load,
            @ForAll @DoubleRange(min = 0, max = 64) double memory,
            @ForAll @DoubleRange(min = 0, max = 2) double gpus)
            throws Exception {
        Map<Criterion, Range> once = figures(machines(hours, load, memory * hours, gpus * hours));
        proportional(once, figures(machines(2 * hours, load, 2 * memory * hours, 2 * gpus * hours)), 2);
        Map<Criterion, Range> busier = figures(machines(hours, Math.min(1, load + 0.1), memory * hours, gpus * hours));
        Map<Criterion, Range> larger = figures(machines(hours, load, 2 * memory * hours, 1 + gpus * hours));
        once.forEach((criterion, range) -> {
            notLess(busier.get(criterion), range);
            notLess(larger.get(criterion), range);
        });
        ExplanationCheck.check(method.explain(machines(hours, load, memory * hours, gpus * hours)));
    }

    @Property(tries = 60, seed = "20261123")
    void storageScalesWithSizeTimeAndCopies(
            @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 1e9) double gigabytes,
            @ForAll @Scale(6) @DoubleRange(min = 1e-3, max = 1e6) double hours,
            @ForAll @DoubleRange(min = 1, max = 50) double copies)
            throws Exception {
        Map<Criterion, Range> once = figures(stored(gigabytes, hours, copies));
        proportional(once, figures(stored(3 * gigabytes, hours, copies)), 3);
        proportional(once, figures(stored(gigabytes, 2 * hours, copies)), 2);
        proportional(once, figures(stored(gigabytes, hours, 2 * copies)), 2);
        ExplanationCheck.check(method.explain(stored(gigabytes, hours, copies)));
    }

    private Map<Criterion, Range> figures(Activity activity) throws Exception {
        return method.footprint(activity).figures();
    }

    private static void proportional(Map<Criterion, Range> once, Map<Criterion, Range> more, double times) {
        once.forEach((criterion, range) -> {
            assertThat(more.get(criterion).central() / times).isCloseTo(range.central(), relative(range.central()));
            assertThat(more.get(criterion).high() / times).isCloseTo(range.high(), relative(range.high()));
        });
    }

    private static org.assertj.core.data.Offset<Double> relative(double value) {
        return within(1e-9 * Math.abs(value) + 1e-300);
    }

    private static void notLess(Range larger, Range smaller) {
        assertThat(larger.central()).isGreaterThanOrEqualTo(smaller.central() * (1 - 1e-12));
    }

    private static Compute machines(double hours, double load, double memoryGbHours, double gpuHours) {
        return new Compute("aws", "eu-west-3", hours, load, memoryGbHours, gpuHours, "A100", "Ice Lake", null);
    }

    private static Storage stored(double gigabytes, double hours, double copies) {
        return new Storage("aws", "eu-west-3", gigabytes, hours, "ssd", copies, null);
    }
}
