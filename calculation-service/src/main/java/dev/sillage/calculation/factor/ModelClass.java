package dev.sillage.calculation.factor;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a language model of unknown size most likely is, judged by its name. Parameters are in billions.
 *
 * @param priority the first class whose pattern is found in the lower-case name counts
 * @param name for example {@code standard}
 * @param pattern in the lower-case name of the model
 * @param architecture dense, moe or unknown
 * @param totalParametersLow lower bound of all parameters
 * @param totalParametersHigh upper bound of all parameters
 * @param activeParametersLow lower bound of the parameters used per token
 * @param activeParametersHigh upper bound of the parameters used per token
 * @param source whose grouping it is
 * @param year the year it stands for
 * @param licence its licence
 */
public record ModelClass(
        int priority,
        String name,
        Pattern pattern,
        String architecture,
        double totalParametersLow,
        double totalParametersHigh,
        double activeParametersLow,
        double activeParametersHigh,
        String source,
        @Nullable String year,
        @Nullable String licence) {

    /** The class of models of which nothing is known; the table must end with it. */
    public static final String UNKNOWN = "unknown";

    static final String FILE = "ai-model-classes.csv";
    static final List<String> HEADER = List.of(
            "priority",
            "class",
            "pattern",
            "architecture",
            "total_params_b_low",
            "total_params_b_high",
            "active_params_b_low",
            "active_params_b_high",
            "source",
            "year",
            "licence",
            "note");

    /** Whether this is the class of models of which nothing is known. */
    public boolean isUnknown() {
        return name.equals(UNKNOWN);
    }

    /** What the keys of its factors begin with, for example {@code model-class.standard}. */
    public String key() {
        return "model-class." + name;
    }

    static List<ModelClass> all(List<CsvRow> rows) {
        List<ModelClass> classes = rows.stream()
                .map(ModelClass::of)
                .sorted(Comparator.comparingInt(ModelClass::priority))
                .toList();
        if (classes.isEmpty() || !classes.get(classes.size() - 1).isUnknown()) {
            throw new FactorException(FILE + ": expected the class '" + UNKNOWN + "' with the last priority");
        }
        return classes;
    }

    private static ModelClass of(CsvRow row) {
        Parameters parameters = Parameters.of(row);
        return new ModelClass(
                (int) row.number("priority"),
                row.required("class"),
                pattern(row),
                row.required("architecture"),
                parameters.totalLow(),
                parameters.totalHigh(),
                parameters.activeLow(),
                parameters.activeHigh(),
                row.required("source"),
                row.year("year"),
                row.optional("licence"));
    }

    private static Pattern pattern(CsvRow row) {
        try {
            return Pattern.compile(row.required("pattern"));
        } catch (PatternSyntaxException e) {
            throw row.bad("pattern", "a regular expression (" + e.getDescription() + ")");
        }
    }
}
