package dev.sillage.calculation.factor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was published about one training. It is for comparison and never used as a factor.
 *
 * @param model what was trained
 * @param hardware on what
 * @param wallHours how long, when told
 * @param gpuHours hours of all devices, when told
 * @param energyMwh when told
 * @param ghgTonnes tCO2e, when told
 * @param waterLitres when told
 * @param scope what is counted
 * @param basis overhead and electricity, when told
 * @param evidence measured, estimated or a life-cycle assessment
 * @param year of the publication
 * @param source where it was read
 */
public record TrainingRun(
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

    static final String FILE = "training-runs.csv";
    static final List<String> HEADER = List.of(
            "model",
            "hardware",
            "wall_hours",
            "gpu_hours",
            "energy_mwh",
            "ghg_t",
            "water_l",
            "scope",
            "basis",
            "evidence",
            "year",
            "source");

    static TrainingRun of(CsvRow row) {
        return new TrainingRun(
                row.required("model"),
                row.optional("hardware"),
                row.optionalPositive("wall_hours"),
                row.optionalPositive("gpu_hours"),
                row.optionalPositive("energy_mwh"),
                row.optionalPositive("ghg_t"),
                row.optionalPositive("water_l"),
                row.required("scope"),
                row.optional("basis"),
                row.required("evidence"),
                row.requiredYear("year"),
                row.required("source"));
    }
}
