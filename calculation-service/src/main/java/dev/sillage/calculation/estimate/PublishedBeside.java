package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.PublishedFigure;
import org.jspecify.annotations.Nullable;

/**
 * What somebody published about a task of the same kind, to be read beside an estimate and never computed with: it has
 * a boundary, a vintage and an accounting of its own.
 *
 * @param id stable
 * @param relation {@code same-model}, {@code same-provider} or {@code same-kind}
 * @param publisher who published it
 * @param model what it is about
 * @param task what was done
 * @param per what one figure is for
 * @param inputTokens of the task, when told
 * @param outputTokens of the task, when told
 * @param energyWhLow lower bound, when told
 * @param energyWh central figure, when told
 * @param energyWhHigh upper bound, when told
 * @param ghgGrams gCO2e, when told
 * @param waterMillilitres when told
 * @param adpeMilligrams mg of antimony equivalents, when told
 * @param boundary what is counted
 * @param accounting by location, by market or otherwise, when told
 * @param year of the publication
 * @param evidence measured, modelled, stated or second-hand
 * @param source where it was read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedBeside(
        String id,
        String relation,
        String publisher,
        String model,
        String task,
        String per,
        @Nullable Double inputTokens,
        @Nullable Double outputTokens,
        @Nullable Double energyWhLow,
        @Nullable Double energyWh,
        @Nullable Double energyWhHigh,
        @Nullable Double ghgGrams,
        @Nullable Double waterMillilitres,
        @Nullable Double adpeMilligrams,
        String boundary,
        @Nullable String accounting,
        String year,
        String evidence,
        String source) {

    static PublishedBeside of(String relation, PublishedFigure figure) {
        return new PublishedBeside(
                figure.id(),
                relation,
                figure.publisher(),
                figure.model(),
                figure.task(),
                figure.functionalUnit(),
                figure.inputTokens(),
                figure.outputTokens(),
                figure.energyWhLow(),
                figure.energyWh(),
                figure.energyWhHigh(),
                figure.ghgGrams(),
                figure.waterMillilitres(),
                figure.adpeMilligrams(),
                figure.boundary(),
                figure.accounting(),
                figure.year(),
                figure.evidence(),
                figure.source());
    }
}
