package dev.sillage.calculation.model;

import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sheet by which some activity is computed, and which factors its symbols stand for.
 *
 * @param sheet all lines of the method
 * @param factorKeys keys of the catalogue by symbol; several for a blend, none for a factor that there are no data for
 */
public record SheetUse(Sheet sheet, Map<String, List<String>> factorKeys) {

    static SheetUse of(Case resolved) {
        Map<String, List<String>> keys = new TreeMap<>();
        resolved.plan()
                .plan()
                .operands()
                .forEach((symbol, operand) -> keys.put(
                        symbol,
                        operand.parts().stream()
                                .map(Operand.Part::factor)
                                .map(factor -> factor.key())
                                .distinct()
                                .toList()));
        return new SheetUse(resolved.plan().plan().sheet(), keys);
    }
}
