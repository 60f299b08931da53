package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.Published;
import dev.sillage.calculation.factor.ReferenceTotal;
import dev.sillage.calculation.factor.TrainingRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was published about trainings and everyday activities.
 *
 * @param use that none of them is a factor, and why
 * @param trainingRuns trainings
 * @param referenceTotals everyday activities
 */
public record PublishedTotals(String use, List<Training> trainingRuns, List<Total> referenceTotals) {

    static PublishedTotals of(String use, Published published) {
        return new PublishedTotals(
                use,
                published.trainingRuns().stream().map(Training::of).toList(),
                published.referenceTotals().stream().map(Total::of).toList());
    }

    /** A training; what the publisher does not tell is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Training(
            String model,
            @Nullable String hardware,
            @Nullable Double wallHours,
            @Nullable Double gpuHours,
            @Nullable Double energyMwh,
            @Nullable Double ghgTonnes,
            @Nullable Double waterLitres,
            String scope,
            @Nullable String basis,
            String evidence,
            String year,
            String source) {

        static Training of(TrainingRun run) {
            return new Training(
                    run.model(),
                    run.hardware(),
                    run.wallHours(),
                    run.gpuHours(),
                    run.energyMwh(),
                    run.ghgTonnes(),
                    run.waterLitres(),
                    run.scope(),
                    run.basis(),
                    run.evidence(),
                    run.year(),
                    run.source());
        }
    }

    /** A total of an everyday activity. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            String activity,
            String metric,
            @Nullable Double low,
            double central,
            @Nullable Double high,
            String unit,
            String year,
            String source,
            @Nullable String note) {

        static Total of(ReferenceTotal total) {
            return new Total(
                    total.activity(),
                    total.metric(),
                    total.low(),
                    total.central(),
                    total.high(),
                    total.unit(),
                    total.year(),
                    total.source(),
                    total.note());
        }
    }
}
