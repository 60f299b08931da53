package dev.sillage.calculation.factor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody published about one task. It is shown beside a computed figure and never used as a factor: it knows no
 * token count, has one vintage and a boundary of its own.
 *
 * @param id stable
 * @param publisher who published it
 * @param model what it is about
 * @param task what was done
 * @param modality text, image, video, multimodal, image-in or social
 * @param functionalUnit what one figure is for, for example a prompt
 * @param inputTokens of the task, when told
 * @param outputTokens of the task, when told
 * @param energyWhLow lower bound, when told
 * @param energyWh central figure, when told
 * @param energyWhHigh upper bound, when told
 * @param ghgGrams gCO2e, when told
 * @param waterMillilitres when told
 * @param adpeMilligrams mg of antimony equivalents, when told
 * @param boundary what is counted
 * @param accounting whether by location, by market or otherwise, when told
 * @param year of the publication
 * @param evidence measured, modelled, stated or second-hand
 * @param source where it was read
 */
public record PublishedFigure(
        String id,
        String publisher,
        String model,
        String task,
        String modality,
        String functionalUnit,
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

    static final String FILE = "published-figures.csv";
    static final List<String> HEADER = List.of(
            "id",
            "publisher",
            "model",
            "task",
            "modality",
            "functional_unit",
            "input_tokens",
            "output_tokens",
            "energy_wh_low",
            "energy_wh",
            "energy_wh_high",
            "ghg_g",
            "water_ml",
            "adpe_mgsbe",
            "boundary",
            "accounting",
            "year",
            "evidence",
            "source");

    static PublishedFigure of(CsvRow row) {
        return new PublishedFigure(
                row.required("id"),
                row.required("publisher"),
                row.required("model"),
                row.required("task"),
                row.required("modality"),
                row.required("functional_unit"),
                row.optionalPositive("input_tokens"),
                row.optionalPositive("output_tokens"),
                row.optionalPositive("energy_wh_low"),
                row.optionalPositive("energy_wh"),
                row.optionalPositive("energy_wh_high"),
                row.optionalPositive("ghg_g"),
                row.optionalPositive("water_ml"),
                row.optionalPositive("adpe_mgsbe"),
                row.required("boundary"),
                row.optional("accounting"),
                row.requiredYear("year"),
                row.required("evidence"),
                row.required("source"));
    }
}
