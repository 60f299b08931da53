package dev.sillage.reporting.platform;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What a report must say of footprints, added up by the test itself. */
public final class Sums {
    private final Map<Criterion, BigDecimal[]> sums = new EnumMap<>(Criterion.class);

    private Sums() {}

    public static Sums of(Collection<FootprintEvent> footprints) {
        Sums sums = new Sums();
        for (FootprintEvent footprint : footprints) {
            footprint.figures().forEach(sums::add);
        }
        return sums;
    }

    /** One decimal of exactly three: low, central, high. */
    public BigDecimal bound(Criterion criterion, int bound) {
        return sums.get(criterion)[bound];
    }

    private void add(Criterion criterion, Figure figure) {
        BigDecimal[] bounds = sums.computeIfAbsent(
                criterion, first -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
        bounds[0] = bounds[0].add(figure.low());
        bounds[1] = bounds[1].add(figure.central());
        bounds[2] = bounds[2].add(figure.high());
    }
}
