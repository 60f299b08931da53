package dev.sillage.calculation.model.ccf;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.SheetMethodology;
import java.util.List;

/**
 * The methodology {@code ccf-1}: Cloud Carbon Footprint, trunk of 2024-03-25 with its coefficients of 2026-04-24
 * (Apache-2.0). Its quirks are kept:
 *
 * <ul>
 *   <li>watts of processors that it parsed or copied wrongly (EPYC of the 5th generation, Graviton);
 *   <li>the median instead of the mean of several processors when Sandy Bridge or Ivy Bridge is among them;
 *   <li>no manufacture of storage and network, 150 kg for any accelerator;
 *   <li>the copies of a service multiply the PUE as well, and compute too when it is replicated.
 * </ul>
 *
 * <p>Not kept: the energy that it computes back from manufacture is a named step and no figure. Its intensities of
 * grids of 2021 to 2023 are not in the catalogue; those of the region are used.
 */
public final class Ccf {

    /** The methodology with the constants of that catalogue. */
    public static Methodology methodology(FactorCatalogue catalogue) {
        return new SheetMethodology(
                "ccf-1",
                "Cloud Carbon Footprint: compute, memory, storage, traffic between data centres and the manufacture of"
                        + " servers; central values only.",
                "https://www.cloudcarbonfootprint.org/docs/methodology",
                catalogue,
                List.of(new ComputeModel(), new StorageModel(), new DataTransferModel()));
    }

    private Ccf() {}
}
