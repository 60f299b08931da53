package dev.sillage.calculation.model.ademe;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.SheetMethodology;
import java.util.List;

/** {@code ademe-2.1}. */
public final class Ademe {

    private Ademe() {}

    /** The method with the constants of that factor set. */
    public static Methodology methodology(FactorCatalogue catalogue) {
        return new SheetMethodology(
                "ademe-2.1",
                "ADEME's public model of digital uses, reproduced: streaming, calls, mail, search, devices.",
                "publicodes-acv-numerique 2.1.0, incubateur-ademe (MIT)",
                catalogue,
                List.of(
                        new AdemeVideoStreaming(),
                        new AdemeVideoCall(),
                        new AdemeEmail(),
                        new AdemeWebSearch(),
                        new AdemeDeviceUse()));
    }
}
