package dev.sillage.calculation.model.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One method for one kind of thing: quantities, factors and steps in order, with units that were checked when it was
 * read. The text that is shown is the text that is computed. Immutable, safe for use by many threads.
 */
public final class Sheet {
    private static final String ROOT = "/sheets";

    private final String name;
    private final List<Line> lines;
    private final List<Line.Quantity> quantities;
    private final Program program;
    private final int[] quantityRegisters;
    private final Map<String, Double> conversions;

    private Sheet(String name, List<Line> lines) {
        this.name = name;
        this.lines = lines;
        this.quantities = lines.stream()
                .filter(Line.Quantity.class::isInstance)
                .map(Line.Quantity.class::cast)
                .toList();
        Compiler.Compiled compiled = Compiler.compile(name, lines);
        this.program = compiled.program();
        this.quantityRegisters = quantities.stream()
                .mapToInt(quantity -> program.register(quantity.symbol()))
                .toArray();
        this.conversions = compiled.conversions();
    }

    /**
     * The sheet of that name among the resources, for example {@code sillage-2026.1/video-streaming}.
     *
     * @throws SheetException naming file and line, or the symbol, when it cannot be used
     */
    public static Sheet load(String name) {
        return new Sheet(name, SheetText.read(ROOT, name));
    }

    /**
     * The sheet of a text.
     *
     * @throws SheetException as {@link #load}
     */
    public static Sheet of(String name, String text) {
        return new Sheet(name, SheetText.of(name, text));
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its quantities, all absent. */
    public Quantities newQuantities() {
        return new Quantities(quantities.size());
    }

    /**
     * The position of a quantity in {@link #newQuantities}.
     *
     * @throws SheetException when the sheet has no such quantity
     */
    public int quantity(String symbol) {
        for (int i = 0; i < quantities.size(); i++) {
            if (quantities.get(i).symbol().equals(symbol)) {
                return i;
            }
        }
        throw new SheetException("sheet " + name + ": no quantity " + symbol);
    }

    Line.@Nullable Computed step(String stepName) {
        for (Line line : lines) {
            if (line instanceof Line.Computed step && step.name().equals(stepName)) {
                return step;
            }
        }
        return null;
    }

    /**
     * The sheet with values for its factors. A factor that the map does not name is absent, and so is every step that
     * needs it.
     *
     * @param operands by symbol
     * @throws SheetException when a symbol is not a factor of the sheet, or a value has another dimension
     */
    public Plan plan(Spread spread, Map<String, Operand> operands) {
        return new Plan(this, spread, operands);
    }

    /** All lines, for people: what the method is. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            String step = line instanceof Line.Computed computed ? computed.name() : null;
            String formula = line instanceof Line.Computed computed ? computed.formula() : null;
            String role = step != null ? "step" : line instanceof Line.Constant ? "factor" : "quantity";
            entries.add(
                    new Entry(role, step, line.symbol(), formula, line.unit().toString(), line.words()));
        }
        return List.copyOf(entries);
    }

    /**
     * One line of a sheet.
     *
     * @param role quantity, factor or step
     * @param step name of the step, when it is one
     * @param symbol what the formulas call it
     * @param formula when it is a step
     * @param unit its unit
     * @param words what it means
     */
    public record Entry(
            String role,
            @Nullable String step,
            String symbol,
            @Nullable String formula,
            String unit,
            Words words) {}

    List<Line> lines() {
        return lines;
    }

    int quantityCount() {
        return quantityRegisters.length;
    }

    int quantityRegister(int position) {
        return quantityRegisters[position];
    }

    Program program() {
        return program;
    }

    double conversion(String symbol) {
        return conversions.getOrDefault(symbol, 1.0);
    }
}
