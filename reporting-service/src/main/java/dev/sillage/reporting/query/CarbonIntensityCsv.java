package dev.sillage.reporting.query;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The carbon intensity of a group as cells, the same on each of its rows; empty where there is none. */
final class CarbonIntensityCsv {
    static final List<String> HEADER = List.of(
            "functional_unit",
            "functional_quantity",
            "sci_kgco2e_per_unit_low",
            "sci_kgco2e_per_unit_central",
            "sci_kgco2e_per_unit_high",
            "sci_activities");

    private CarbonIntensityCsv() {}

    static List<String> cells(@Nullable CarbonIntensity intensity) {
        CarbonIntensity.Sci sci = intensity == null ? null : intensity.sci();
        return sci == null
                ? Collections.nCopies(HEADER.size(), "")
                : List.of(
                        sci.functionalUnit(),
                        sci.quantity().toPlainString(),
                        sci.kgCo2ePerUnit().low().toPlainString(),
                        sci.kgCo2ePerUnit().central().toPlainString(),
                        sci.kgCo2ePerUnit().high().toPlainString(),
                        String.valueOf(sci.activities()));
    }
}
