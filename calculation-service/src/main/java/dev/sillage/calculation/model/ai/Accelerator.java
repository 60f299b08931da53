package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Names;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of accelerator with what is known of it; what is not known is that of a wide class.
 *
 * @param id in the keys of its factors
 * @param known whether the text named it
 * @param power design power of one
 * @param peak operations per second, half precision, dense
 * @param warnings what had to be assumed of it
 * @param embodied operands of the sheet {@code accelerators}: Ig, Mg, Pg0 and those of its server
 */
record Accelerator(
        String id, boolean known, Factor power, Factor peak, List<String> warnings, Map<String, Operand> embodied) {
    /** On which most open models were measured, and most closed ones run. */
    static final String USUAL = "h100";

    private static final String CLASS = "accelerator-class";

    /** The accelerator of a text such as {@code NVIDIA A100-SXM4-80GB}. */
    static Accelerator find(@Nullable String text, FactorView factors) {
        String id = text == null
                ? null
                : factors.catalogue().names().find(Names.Kind.HARDWARE, text).orElse(null);
        return id == null ? of(CLASS, false, factors) : of(id, true, factors);
    }

    /** The accelerator of that id. */
    static Accelerator of(String id, boolean known, FactorView factors) {
        List<String> warnings = new ArrayList<>();
        Factor power = factors.find("hardware." + id + ".power", null);
        Factor peak = factors.find("hardware." + id + ".peak-dense", null);
        if (power == null) {
            warnings.add("hardware-class-fallback:power");
        }
        if (peak == null) {
            warnings.add("hardware-class-fallback:peak");
        }
        Map<String, Operand> embodied = new HashMap<>();
        Factor gases = factors.find("hardware." + id + ".embodied.gwp", null);
        if (gases == null && known) {
            warnings.add("hardware-class-fallback:embodied");
        }
        embodied.put("Ig", Operand.of(gases == null ? factors.factor("gpu.embodied") : gases));
        embodied.put("Mg", Operand.of(find(id, "embodied.adpe", factors)));
        embodied.put("Pg0", Operand.of(find(id, "embodied.pe", factors)));
        embodied.put("Is", Operand.of(factors.factor("hardware.server-p5.embodied.gwp")));
        embodied.put("Ms", Operand.of(factors.factor("hardware.server-p5.embodied.adpe")));
        embodied.put("Ps0", Operand.of(factors.factor("hardware.server-p5.embodied.pe")));
        embodied.put("G", Operand.of(factors.factor("ecologits.server.gpu.count")));
        embodied.put("L", Operand.of(factors.factor("training.lifetime")));
        embodied.put("u", Operand.of(factors.factor("training.utilisation")));
        return new Accelerator(
                id,
                known,
                power == null ? find(CLASS, "power", factors) : power,
                peak == null ? find(CLASS, "peak-dense", factors) : peak,
                List.copyOf(warnings),
                Map.copyOf(embodied));
    }

    private static Factor find(String id, String figure, FactorView factors) {
        Factor own = factors.find("hardware." + id + "." + figure, null);
        return own != null ? own : factors.factor("hardware." + CLASS + "." + figure);
    }
}
