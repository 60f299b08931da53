package dev.sillage.reporting.live;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.reporting.query.Aggregate;
import dev.sillage.reporting.query.FigureSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast it goes: what was in a span, divided by its seconds, rounded half-even to twelve significant digits.
 *
 * @param figuresPerSecond by criterion, in its unit; zero when nothing happened, absent when nothing is known of what did
 */
record Rates(Instant from, Instant to, BigDecimal activitiesPerSecond, Map<String, FigurePerSecond> figuresPerSecond) {
    private static final MathContext ROUNDING = new MathContext(Figure.SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);
    private static final FigureSum NOTHING = new FigureSum(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    Rates {
        figuresPerSecond = Collections.unmodifiableMap(new LinkedHashMap<>(figuresPerSecond));
    }

    /**
     * A range per second.
     *
     * @param activities of how many activities of the span it is known
     */
    record FigurePerSecond(BigDecimal low, BigDecimal central, BigDecimal high, long activities) {}

    static Rates of(Instant from, Instant to, Aggregate aggregate) {
        BigDecimal seconds = BigDecimal.valueOf(Duration.between(from, to).toSeconds());
        Map<String, FigurePerSecond> figures = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            FigureSum known = aggregate.figures().get(criterion.wireName());
            FigureSum sum = known == null && aggregate.activities() == 0 ? NOTHING : known;
            if (sum != null) {
                figures.put(
                        criterion.wireName(),
                        new FigurePerSecond(
                                per(sum.low(), seconds),
                                per(sum.central(), seconds),
                                per(sum.high(), seconds),
                                sum.activities()));
            }
        }
        return new Rates(from, to, per(BigDecimal.valueOf(aggregate.activities()), seconds), figures);
    }

    private static BigDecimal per(BigDecimal sum, BigDecimal seconds) {
        return FigureSum.plain(sum.divide(seconds, ROUNDING));
    }
}
