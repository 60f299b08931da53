package dev.sillage.calculation.model.cloud;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accelerator that a machine has.
 *
 * @param idle its power when idle; null when it is not known, then it is counted by its load alone
 * @param full its power at full load
 * @param embodied its manufacture
 * @param warnings what had to be assumed
 */
record Accelerator(@Nullable Factor idle, Factor full, Factor embodied, List<String> warnings) {

    /** The accelerator of a name as people write it; an average one when it is not told or not known. */
    static Accelerator find(@Nullable String name, FactorView factors) {
        List<String> warnings = new ArrayList<>();
        String rented = id(Names.Kind.COMPUTE_GPU, name, factors);
        String hardware = id(Names.Kind.HARDWARE, name, factors);
        Factor idle = rented == null ? null : factors.find("compute.gpu." + rented + ".min", null);
        Factor full = rented == null ? null : factors.find("compute.gpu." + rented + ".max", null);
        if (full == null && hardware != null) {
            full = factors.find("hardware." + hardware + ".power", null);
        }
        if (full == null) {
            full = factors.factor("hardware.gpu-default.power");
            warnings.add("accelerator-fallback");
        }
        if (idle == null) {
            warnings.add("accelerator-idle-unknown");
        }
        Factor embodied = hardware == null ? null : factors.find("hardware." + hardware + ".embodied.gwp", null);
        if (embodied == null) {
            embodied = factors.factor("gpu.embodied");
            if (warnings.isEmpty()) {
                warnings.add("accelerator-embodied-assumed");
            }
        }
        return new Accelerator(idle, full, embodied, List.copyOf(warnings));
    }

    private static @Nullable String id(Names.Kind kind, @Nullable String name, FactorView factors) {
        return name == null
                ? null
                : factors.catalogue().names().find(kind, name).orElse(null);
    }
}
