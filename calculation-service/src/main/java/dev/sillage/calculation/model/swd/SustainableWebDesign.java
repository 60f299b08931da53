package dev.sillage.calculation.model.swd;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.SheetMethodology;
import java.util.List;

/** {@code swd-4}. */
public final class SustainableWebDesign {

    private SustainableWebDesign() {}

    /** The method with the constants of that factor set. */
    public static Methodology methodology(FactorCatalogue catalogue) {
        return new SheetMethodology(
                "swd-4",
                "Sustainable Web Design model 4, reproduced: page views by their bytes.",
                "co2.js 0.19.0, The Green Web Foundation (Apache-2.0); sustainablewebdesign.org",
                catalogue,
                List.of(new SwdWebPage()));
    }
}
