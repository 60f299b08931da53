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

    private final FactorKeys keys;
    private final KnownPlaces places;

    FactorReader(FactorKeys keys, KnownPlaces places) {
        this.keys = keys;
        this.places = places;
    }

    Factor read(CsvRow row) {
        KeyRule rule = keys.of(row);
        String unit = row.required("unit");
        row.checkUnit("unit", unit);
        if (!rule.units().contains(unit)) {
            throw row.bad("unit", String.join(" or ", rule.units()) + " for the key " + row.required("key"));
        }
        String quality = row.required("quality");
        if (!Factor.QUALITIES.contains(quality)) {
            throw row.bad("quality", "one of " + Factor.QUALITIES);
        }
        FigureRule figures = new FigureRule(rule.bounds(), quality.equals(Factor.ZERO_CONFIRMED));
        double central = figures.check(row, "central", row.number("central"));
        double low = figures.check(row, "low", row.numberOr("low", central));
        double high = figures.check(row, "high", row.numberOr("high", central));
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
                row.requiredYear("year"),
                row.required("licence"),
                quality,
                row.optional("note"));
    }

    private @Nullable String zone(CsvRow row) {
        String zone = row.optional("zone");
        if (zone != null && !places.has(row.required("key"), zone)) {
            throw row.bad(
                    "zone",
                    "a zone of " + Zones.FILE + " (ISO 3166-1 alpha-3, EU or WOR), for cloud.* a provider:region of "
                            + CloudRegion.FILE + ", or nothing");
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
