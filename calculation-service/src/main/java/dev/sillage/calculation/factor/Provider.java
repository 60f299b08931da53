package dev.sillage.calculation.factor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who runs models, and what is known of the data centres. WUE is in litres per kWh of IT energy.
 *
 * @param id for example {@code openai}
 * @param names what else it is called, for example in {@code gen_ai.provider.name}
 * @param modelsOf the registry that lists the models it runs, when one does
 * @param zone where it runs them unless told otherwise, when known
 * @param pueLow lower bound of the power usage effectiveness
 * @param pueHigh upper bound of the power usage effectiveness
 * @param wueLow lower bound of the water usage effectiveness on site, when known
 * @param wueHigh upper bound of the water usage effectiveness on site, when known
 * @param source where it was read
 * @param year the year it stands for
 * @param licence its licence
 */
public record Provider(
        String id,
        List<String> names,
        @Nullable String modelsOf,
        @Nullable String zone,
        double pueLow,
        double pueHigh,
        @Nullable Double wueLow,
        @Nullable Double wueHigh,
        String source,
        @Nullable String year,
        @Nullable String licence) {

    static final String FILE = "ai-providers.csv";
    static final List<String> HEADER = List.of(
            "provider",
            "names",
            "models_of",
            "cloud",
            "zone",
            "pue_low",
            "pue_high",
            "wue_l_per_kwh_low",
            "wue_l_per_kwh_high",
            "source",
            "year",
            "licence",
            "note");

    public Provider {
        names = List.copyOf(names);
    }

    /** What the keys of its factors begin with, for example {@code provider.openai}. */
    public String key() {
        return "provider." + id;
    }

    static Provider of(CsvRow row, Zones zones, ModelRegistry models) {
        String zone = row.optional("zone");
        if (zone != null && !zones.isKnown(zone)) {
            throw row.bad("zone", "a zone of " + Zones.FILE + ", or nothing");
        }
        String modelsOf = row.optional("models_of");
        if (modelsOf != null && !models.hasProvider(modelsOf)) {
            throw row.bad("models_of", "a provider of " + ModelEntry.FILE + ", or nothing");
        }
        double pueLow = row.number("pue_low");
        double pueHigh = row.number("pue_high");
        if (pueLow < 1) {
            throw row.bad("pue_low", "at least 1: a site uses no less than its machines");
        }
        if (pueHigh < pueLow) {
            throw row.bad("pue_high", "not less than pue_low " + pueLow);
        }
        return new Provider(
                row.required("provider"),
                row.parts("names"),
                modelsOf,
                zone,
                pueLow,
                pueHigh,
                wueLow(row),
                wueHigh(row),
                row.required("source"),
                row.year("year"),
                row.optional("licence"));
    }

    private static @Nullable Double wueLow(CsvRow row) {
        Double low = row.optionalNumber("wue_l_per_kwh_low");
        if (low != null && low < 0) {
            throw row.bad("wue_l_per_kwh_low", "a number not below zero, or nothing");
        }
        return low;
    }

    private static @Nullable Double wueHigh(CsvRow row) {
        Double low = wueLow(row);
        Double high = row.optionalNumber("wue_l_per_kwh_high");
        if ((low == null) != (high == null) || (low != null && high != null && high < low)) {
            throw row.bad("wue_l_per_kwh_high", "a number not below wue_l_per_kwh_low, or both empty");
        }
        return high;
    }
}
