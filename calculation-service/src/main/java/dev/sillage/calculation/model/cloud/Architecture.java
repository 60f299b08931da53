package dev.sillage.calculation.model.cloud;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processors that a machine has.
 *
 * @param idle power of one virtual processor when idle
 * @param full power of one virtual processor at full load
 * @param memory memory that these include, of a whole server; null for processors of which that is not known
 * @param warnings what had to be assumed
 */
record Architecture(Factor idle, Factor full, @Nullable Factor memory, List<String> warnings) {
    private static final String AVERAGE = "compute.vcpu.average";

    /**
     * The processors of a microarchitecture, at another provider when this one's are not known; of the average of all
     * when it is not told or not known. Figures that their source got wrong are not among these: a Graviton counts as
     * an average processor, with a warning.
     */
    static Architecture find(@Nullable String provider, @Nullable String name, FactorView factors) {
        String key = name == null
                ? null
                : factors.catalogue()
                        .vcpuKey(provider == null ? "aws" : provider, name)
                        .orElse(null);
        List<String> warnings = List.of();
        if (key == null) {
            warnings = List.of(name == null ? "architecture-assumed" : "architecture-fallback");
            key = AVERAGE;
        }
        Factor memory = factors.find(key + ".memory", null);
        return new Architecture(
                factors.factor(key + ".min"),
                factors.factor(key + ".max"),
                memory != null ? memory : factors.find("ccf.vcpu.average.memory", null),
                warnings);
    }
}
