package dev.sillage.reporting.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sillage.footprint.Figure;
import dev.sillage.reporting.activity.StoredActivity;
import dev.sillage.reporting.query.FigureSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind figures, in the shape of its JSON. Activities with several warnings count for each of them.
 *
 * @param from beginning, on a full minute
 * @param to end, exclusive, on a full minute
 * @param filter as asked
 * @param criterion whose figures are shared out; absent unless asked for
 * @param unit of these figures
 * @param total everything together
 * @param methodologies by method
 * @param factorSets by version and digest of the factors
 * @param tiers by quality tier, best first
 * @param warnings by warning; without any under the empty one
 * @param origins by each combination of these, most activities first
 * @param activities the newest
 * @param next address of the activities after these; absent when these are all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourcesReport(
        Instant from,
        Instant to,
        List<String> filter,
        @Nullable String criterion,
        @Nullable String unit,
        Part total,
        List<Named> methodologies,
        List<Named> factorSets,
        List<Named> tiers,
        List<Named> warnings,
        List<Way> origins,
        List<StoredActivity> activities,
        @Nullable String next) {

    private static final MathContext ROUNDING = new MathContext(Figure.SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);

    /**
     * Some activities.
     *
     * @param count how many
     * @param share of all activities, rounded; absent when there are none
     * @param figure exact sum; absent when none has data for the criterion, or none was asked for
     * @param shareOfFigure of the central figure of everything, rounded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            long count,
            @Nullable BigDecimal share,
            @Nullable FigureSum figure,
            @Nullable BigDecimal shareOfFigure) {

        static Part of(long count, @Nullable FigureSum figure, long all, @Nullable FigureSum total) {
            return new Part(
                    count,
                    share(BigDecimal.valueOf(count), BigDecimal.valueOf(all)),
                    figure,
                    figure == null || total == null ? null : share(figure.central(), total.central()));
        }

        private static @Nullable BigDecimal share(BigDecimal part, BigDecimal all) {
            return all.signum() == 0 ? null : FigureSum.plain(part.divide(all, ROUNDING));
        }
    }

    record Named(String name, @JsonUnwrapped Part part) {}

    record Way(
            String methodology,
            String factorSet,
            String tier,
            List<String> warnings,
            @JsonUnwrapped Part part) {}
}
