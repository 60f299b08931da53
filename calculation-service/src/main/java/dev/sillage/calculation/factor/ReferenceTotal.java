package dev.sillage.calculation.factor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published total of an everyday activity, to hold computed ones against. It is never used as a factor.
 *
 * @param activity what was done
 * @param metric what was counted
 * @param low lower bound, when told
 * @param central the figure
 * @param high upper bound, when told
 * @param unit as the source prints it
 * @param year it stands for
 * @param source where it was read
 * @param note what else a reader should know
 */
public record ReferenceTotal(
        String activity,
        String metric,
        @Nullable Double low,
        double central,
        @Nullable Double high,
        String unit,
        String year,
        String source,
        @Nullable String note) {

    static final String FILE = "reference-totals.csv";
    static final List<String> HEADER =
            List.of("activity", "metric", "low", "central", "high", "unit", "year", "source", "note");

    static ReferenceTotal of(CsvRow row) {
        return new ReferenceTotal(
                row.required("activity"),
                row.required("metric"),
                row.optionalPositive("low"),
                row.number("central"),
                row.optionalPositive("high"),
                row.required("unit"),
                row.requiredYear("year"),
                row.required("source"),
                row.optional("note"));
    }
}
