package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.model.SheetUse;
import dev.sillage.calculation.model.sheet.Sheet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a methodology computes a kind of activity.
 *
 * @param methodology its id
 * @param kind wire name of the kind
 * @param example data of an activity of that kind, for which the keys of factors are shown
 * @param lines in the order of computation
 */
public record SheetView(String methodology, String kind, Map<String, Object> example, List<Line> lines) {

    /**
     * One line.
     *
     * @param role quantity, factor or step
     * @param step name of the step, when it is one
     * @param symbol what the formulas call it
     * @param formula when it is a step
     * @param unit its unit, {@code 1} for a pure number
     * @param meaning in a few words
     * @param factors keys that the symbol stands for in the example, when it is a factor; none when there are no data
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String role,
            @Nullable String step,
            String symbol,
            @Nullable String formula,
            String unit,
            Bilingual meaning,
            @Nullable List<String> factors) {
        private static Line of(Sheet.Entry entry, Map<String, List<String>> keys) {
            boolean isFactor = entry.role().equals("factor");
            return new Line(
                    entry.role(),
                    entry.step(),
                    entry.symbol(),
                    entry.formula(),
                    entry.unit(),
                    Bilingual.of(entry.words()),
                    isFactor ? keys.getOrDefault(entry.symbol(), List.of()) : null);
        }
    }

    static SheetView of(String methodology, String kind, Map<String, Object> example, SheetUse use) {
        return new SheetView(
                methodology,
                kind,
                example,
                use.sheet().entries().stream()
                        .map(entry -> Line.of(entry, use.factorKeys()))
                        .toList());
    }
}
