package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.VideoModel;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.Map;

/** The factors of a closed video model whose time was fitted, and of the machine that it runs on. */
final class VideoMachine {

    private VideoMachine() {}

    static void put(VideoModel model, FactorView factors, Map<String, Operand> operands) {
        put(operands, "fps", "ecologits.video.frame-rate", factors);
        put(operands, "c1", model.key() + ".n", factors);
        put(operands, "c2", model.key() + ".m", factors);
        put(operands, "c3", model.key() + ".m1", factors);
        put(operands, "c4", model.key() + ".m2", factors);
        put(operands, "c5", model.key() + ".n1", factors);
        put(operands, "c6", model.key() + ".n2", factors);
        put(operands, "c7", model.key() + ".g", factors);
        put(operands, "w0", model.key() + ".silent", factors);
        String machine = model.machineKey();
        put(operands, "P", machine + ".power", factors);
        put(operands, "G", machine + ".accelerator.count", factors);
        put(operands, "Is", machine + ".server.embodied.gwp", factors);
        put(operands, "Ig", machine + ".accelerator.embodied.gwp", factors);
        put(operands, "Ms", machine + ".server.embodied.adpe", factors);
        put(operands, "Mg", machine + ".accelerator.embodied.adpe", factors);
        put(operands, "Ps0", machine + ".server.embodied.pe", factors);
        put(operands, "Pg0", machine + ".accelerator.embodied.pe", factors);
    }

    static void put(Map<String, Operand> operands, String symbol, String key, FactorView factors) {
        operands.put(symbol, Operand.of(factors.factor(key)));
    }
}
