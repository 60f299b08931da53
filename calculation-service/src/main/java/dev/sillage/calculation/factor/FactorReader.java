package dev.sillage.calculation.factor;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and checks the rows of the files that hold one factor per row; they all have the same header. */
final class FactorReader {

    static final List<String> HEADER = List.of(
            "key",
            "zone",
            "unit",
            "low",
            "central",
            "high",
            "valid_from",
            "valid_to",
            "basis",
            "source",
            "year",
            "licence",
            "quality",
            "note");

    private final Zones zones;

    FactorReader(Zones zones) {
        this.zones = zones;
    }

    Factor read(CsvRow row) {
        KeyRule rule = KeyRule.of(row);
        String unit = row.required("unit");
        if (!rule.unit().equals(unit)) {
            throw row.bad("unit", rule.unit() + " for the key " + row.required("key"));
        }
        double central = bound(row, "central", row.number("central"));
        double low = bound(row, "low", row.numberOr("low", central));
        double high = bound(row, "high", row.numberOr("high", central));
        if (low > central) {
            throw row.bad("low", "not more than central " + central);
        }
        if (high < central) {
            throw row.bad("high", "not less than central " + central);
        }
        LocalDate validFrom = date(row, "valid_from");
        LocalDate validTo = date(row, "valid_to");
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw row.bad("valid_to", "a day not before valid_from " + validFrom);
        }
        return new Factor(
                row.required("key"),
                zone(row),
                unit,
                low,
                central,
                high,
                validFrom,
                validTo,
                row.optional("basis"),
                row.required("source"),
                row.year("year"),
                row.optional("licence"),
                row.optional("quality"),
                row.optional("note"));
    }

    private static double bound(CsvRow row, String column, double value) {
        // No grid, device or network has a footprint of zero: a zero is a hole in the source.
        if (value <= 0) {
            throw row.bad(column, "a number greater than zero (a zero is suspicious)");
        }
        return value;
    }

    private @Nullable String zone(CsvRow row) {
        String zone = row.optional("zone");
        if (zone != null && !zones.isKnown(zone)) {
            throw row.bad("zone", "a zone of " + Zones.FILE + " (ISO 3166-1 alpha-3, EU or WOR), or nothing");
        }
        return zone;
    }

    private static @Nullable LocalDate date(CsvRow row, String column) {
        String cell = row.optional(column);
        if (cell == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(cell);
            if (date.getYear() >= 1950 && date.getYear() <= 2099) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw row.bad(column, "a day such as 2024-12-31, or nothing");
        }
        throw row.bad(column, "a day from 1950 to 2099");
    }
}
