package dev.sillage.calculation.factor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one factor in some published set.
 *
 * @param key as in {@link Factor}
 * @param zone as in {@link Factor}
 * @param validFrom as in {@link Factor}
 * @param unit as in {@link Factor}
 * @param low as in {@link Factor}
 * @param central as in {@link Factor}
 * @param high as in {@link Factor}
 * @param source as in {@link Factor}
 */
public record HistoricFactor(
        String key,
        @Nullable String zone,
        @Nullable LocalDate validFrom,
        String unit,
        double low,
        double central,
        double high,
        String source) {

    static final List<String> HEADER = List.of("key", "zone", "valid_from", "unit", "low", "central", "high", "source");

    static HistoricFactor of(CsvRow row) {
        String from = row.optional("valid_from");
        return new HistoricFactor(
                row.required("key"),
                row.optional("zone"),
                from == null ? null : LocalDate.parse(from),
                row.required("unit"),
                row.number("low"),
                row.number("central"),
                row.number("high"),
                row.required("source"));
    }

    static HistoricFactor of(Factor factor) {
        return new HistoricFactor(
                factor.key(),
                factor.zone(),
                factor.validFrom(),
                factor.unit(),
                factor.low(),
                factor.central(),
                factor.high(),
                factor.source());
    }

    /** What stays the same of a factor from set to set. */
    String identity() {
        return key + "|" + (zone == null ? "" : zone) + "|" + (validFrom == null ? "" : validFrom);
    }

    /** Unit and figures as one line, for digests and comparisons. */
    String figures() {
        return identity() + "|" + unit + "|" + low + "|" + central + "|" + high;
    }
}
