package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explanation.FactorUse;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import dev.sillage.calculation.model.Range;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes down what a plan computed. */
final class Steps {
    private final Sheet sheet;
    private final Map<String, Operand> operands;
    private final Function<String, @Nullable Range> values;

    Steps(Sheet sheet, Map<String, Operand> operands, Function<String, @Nullable Range> values) {
        this.sheet = sheet;
        this.operands = operands;
        this.values = values;
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        Set<String> blendsShown = new LinkedHashSet<>();
        for (Line line : sheet.lines()) {
            if (line instanceof Line.Computed computed) {
                Value result = value(computed);
                if (result != null) {
                    Set<String> symbols = symbols(computed.expression());
                    for (String symbol : symbols) {
                        Operand operand = operands.get(symbol);
                        if (operand != null && operand.isBlend() && blendsShown.add(symbol)) {
                            steps.add(blend(symbol, operand));
                        }
                    }
                    steps.add(step(computed, symbols, result));
                }
            }
        }
        return List.copyOf(steps);
    }

    private Step step(Line.Computed computed, Set<String> symbols, Value result) {
        List<Value> inputs = new ArrayList<>();
        List<FactorUse> factors = new ArrayList<>();
        for (String symbol : symbols) {
            Line line = line(symbol);
            Operand operand = operands.get(symbol);
            if (operand != null && !operand.isBlend() && !operand.isTold()) {
                factors.add(use(symbol, line.words(), operand.parts().get(0).factor()));
            } else {
                Value value = value(line);
                if (value != null) {
                    inputs.add(value);
                }
            }
        }
        return new Step(
                computed.name(), computed.formula(), sheet.conversion(computed.symbol()), inputs, factors, result);
    }

    /** A mean of several factors is a step of its own. */
    private Step blend(String symbol, Operand operand) {
        Line line = line(symbol);
        List<String> terms = new ArrayList<>();
        List<Value> shares = new ArrayList<>();
        List<FactorUse> factors = new ArrayList<>();
        int number = 0;
        for (Operand.Part part : operand.parts()) {
            number++;
            terms.add("s" + number + " * " + symbol + number);
            Words share = new Words("share, " + part.name(), "part, " + part.name());
            shares.add(new Value("s" + number, share, Range.exactly(part.share()), "1"));
            factors.add(use(symbol + number, line.words(), part.factor()));
        }
        Range range = values.apply(symbol);
        return new Step(
                "blend-of-" + symbol,
                symbol + " = " + String.join(" + ", terms),
                1,
                shares,
                factors,
                new Value(
                        symbol,
                        line.words(),
                        range == null ? Range.exactly(0) : range,
                        line.unit().toString()));
    }

    private @Nullable Value value(Line line) {
        Range range = values.apply(line.symbol());
        return range == null
                ? null
                : new Value(line.symbol(), line.words(), range, line.unit().toString());
    }

    private static FactorUse use(String symbol, Words words, Factor factor) {
        return new FactorUse(
                symbol,
                words,
                factor.key(),
                factor.zone(),
                new Range(factor.low(), factor.central(), factor.high()),
                factor.unit(),
                factor.source(),
                factor.year(),
                factor.licence(),
                factor.quality());
    }

    private Line line(String symbol) {
        return sheet.lines().stream()
                .filter(line -> line.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new SheetException("sheet " + sheet.name() + ": no symbol " + symbol));
    }

    private static Set<String> symbols(Expression expression) {
        Set<String> symbols = new LinkedHashSet<>();
        collect(expression, symbols);
        return symbols;
    }

    private static void collect(Expression expression, Set<String> symbols) {
        if (expression instanceof Expression.Symbol symbol) {
            symbols.add(symbol.name());
        } else if (expression instanceof Expression.Operation operation) {
            collect(operation.left(), symbols);
            collect(operation.right(), symbols);
        } else if (expression instanceof Expression.Call call) {
            call.arguments().forEach(argument -> collect(argument, symbols));
        }
    }
}
