package dev.sillage.reporting.platform;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Many different footprints, always the same ones for the same test. */
public final class Samples {
    private static final List<String> TEAMS = List.of("search", "sales", "legal", "support");
    private static final double SMALLEST_KWH = 1e-7;

    private Samples() {}

    /** Spread over a span of time from {@code from} on; each has energy, and each other criterion in half of them. */
    public static List<FootprintEvent> over(String test, int count, Instant from, Duration span) {
        Random random = new Random(test.hashCode());
        List<FootprintEvent> footprints = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
            for (Criterion criterion : Criterion.values()) {
                if (criterion == Criterion.ENERGY || random.nextBoolean()) {
                    double low = SMALLEST_KWH * Math.exp(12 * random.nextDouble());
                    figures.put(criterion, Figure.rounded(low, low * 1.7, low * 3.1));
                }
            }
            Instant time = from.plusMillis((long) (random.nextDouble() * span.toMillis()));
            footprints.add(Footprints.of(
                    test,
                    String.valueOf(i),
                    time,
                    Map.of("team", TEAMS.get(random.nextInt(TEAMS.size())), "project", test),
                    figures));
        }
        return footprints;
    }
}
