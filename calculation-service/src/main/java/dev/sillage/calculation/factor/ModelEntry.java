package dev.sillage.calculation.factor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One language model of the registry. Parameters are in billions; they are a range where the maker does not tell.
 *
 * @param provider the registry that lists it, for example {@code openai}
 * @param id its name there
 * @param aliases further names there
 * @param architecture dense or moe
 * @param totalParametersLow lower bound of all parameters, which decide the number of GPUs
 * @param totalParametersHigh upper bound of all parameters
 * @param activeParametersLow lower bound of the parameters used per token, which decide the energy per token
 * @param activeParametersHigh upper bound of the parameters used per token
 * @param tokensPerSecond median decoding throughput, when measured
 * @param timeToFirstTokenSeconds median, when measured
 * @param warnings what results with it must carry
 * @param source where it was read
 * @param year the year it stands for
 * @param licence its licence
 */
public record ModelEntry(
        String provider,
        String id,
        List<String> aliases,
        String architecture,
        double totalParametersLow,
        double totalParametersHigh,
        double activeParametersLow,
        double activeParametersHigh,
        @Nullable Double tokensPerSecond,
        @Nullable Double timeToFirstTokenSeconds,
        List<String> warnings,
        String source,
        @Nullable String year,
        @Nullable String licence) {

    static final String FILE = "ai-models.csv";
    static final List<String> HEADER = List.of(
            "provider",
            "model",
            "aliases",
            "architecture",
            "total_params_b_low",
            "total_params_b_high",
            "active_params_b_low",
            "active_params_b_high",
            "decode_tps",
            "ttft_s",
            "warnings",
            "evidence",
            "source_urls",
            "source",
            "year",
            "licence",
            "note");

    public ModelEntry {
        aliases = List.copyOf(aliases);
        warnings = List.copyOf(warnings);
    }

    /** What the keys of its factors begin with, for example {@code model.openai.gpt-4o}. */
    public String key() {
        return "model." + provider + "." + id;
    }

    static ModelEntry of(CsvRow row) {
        Parameters parameters = Parameters.of(row);
        return new ModelEntry(
                row.required("provider"),
                row.required("model"),
                row.parts("aliases"),
                row.required("architecture"),
                parameters.totalLow(),
                parameters.totalHigh(),
                parameters.activeLow(),
                parameters.activeHigh(),
                row.optionalPositive("decode_tps"),
                row.optionalPositive("ttft_s"),
                row.parts("warnings"),
                row.required("source"),
                row.year("year"),
                row.optional("licence"));
    }
}
