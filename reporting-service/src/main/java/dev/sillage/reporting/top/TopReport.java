package dev.sillage.reporting.top;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.reporting.query.Aggregate;
import dev.sillage.reporting.query.FigureSum;
import dev.sillage.reporting.query.Provenance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The largest groups, in the shape of its JSON.
 *
 * @param from beginning of what is in the answer, on a full minute
 * @param to end, exclusive, on a full minute
 * @param asOf the day whose report this was; absent for now
 * @param groupBy the dimensions of the keys
 * @param filter as asked
 * @param criterion by whose central figure groups are ranked
 * @param unit of the figures
 * @param total over everything
 * @param largest largest first; a group without data for the criterion comes last and has no figure
 * @param other everything else together; absent when there is nothing else
 * @param provenance how all these figures came; each group has its own as well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TopReport(
        Instant from,
        Instant to,
        @Nullable String asOf,
        List<String> groupBy,
        List<String> filter,
        String criterion,
        String unit,
        Part total,
        List<Largest> largest,
        @Nullable Other other,
        @JsonUnwrapped Provenance provenance) {

    private static final MathContext ROUNDING = new MathContext(Figure.SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN);

    /**
     * Some activities.
     *
     * @param activities how many
     * @param figure exact sum; absent when none of them has data for the criterion
     * @param share of the central figure in that of everything, rounded; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            long activities,
            @Nullable FigureSum figure,
            @Nullable BigDecimal share) {

        static Part of(Aggregate aggregate, Criterion criterion, Aggregate total) {
            FigureSum figure = aggregate.figures().get(criterion.wireName());
            FigureSum all = total.figures().get(criterion.wireName());
            return new Part(
                    aggregate.activities(),
                    figure,
                    figure == null || all == null || all.central().signum() == 0
                            ? null
                            : FigureSum.plain(figure.central().divide(all.central(), ROUNDING)));
        }
    }

    record Largest(
            int rank,
            Map<String, String> key,
            @JsonUnwrapped Part part,
            @JsonUnwrapped Provenance provenance) {}

    /**
     * What is not among the largest.
     *
     * @param groups how many
     */
    record Other(
            long groups,
            @JsonUnwrapped Part part,
            @JsonUnwrapped Provenance provenance) {}
}
