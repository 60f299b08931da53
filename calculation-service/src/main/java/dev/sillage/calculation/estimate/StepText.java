package dev.sillage.calculation.estimate;

import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Range;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step as a line for people: what, formula, the same with its central values, the result with its range. */
final class StepText {
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?!\\s*\\(|[A-Za-z0-9])");

    private StepText() {}

    static String of(Explanation.Step step, Language language) {
        String formula = step.formula();
        int equals = formula.indexOf('=');
        String expression = equals < 0 ? formula : formula.substring(equals + 1).strip();
        String result = result(step.result().range(), step.result().unit(), language);
        String filled = filled(expression, values(step, language));
        if (step.conversion() != 1) {
            boolean sum = filled.contains(" + ") || filled.contains(" - ");
            filled = (sum ? "(" + filled + ")" : filled) + " × " + Numbers.text(step.conversion(), language);
        }
        return language.of(step.result().words()) + language.of(": ", " : ") + formula.replace(" * ", " × ") + " = "
                + filled.replace(" * ", " × ") + " = " + result;
    }

    /** {@code 0.03 kWh (0.02 to 0.05)}. */
    static String result(Range range, String unit, Language language) {
        String central = withUnit(range.central(), unit, language);
        return range.low() == range.high()
                ? central
                : central + " (" + Numbers.text(range.low(), language) + language.of(" to ", " à ")
                        + Numbers.text(range.high(), language) + ")";
    }

    private static String withUnit(double value, String unit, Language language) {
        return Numbers.text(value, language) + (unit.equals("1") ? "" : " " + unit);
    }

    private static Map<String, String> values(Explanation.Step step, Language language) {
        Map<String, String> values = new HashMap<>();
        step.inputs()
                .forEach(input ->
                        values.put(input.symbol(), withUnit(input.range().central(), input.unit(), language)));
        step.factors()
                .forEach(factor ->
                        values.put(factor.symbol(), withUnit(factor.range().central(), factor.unit(), language)));
        return values;
    }

    /** A symbol without a value is absent, as a part of {@code first(measured, modelled)} may be. */
    private static String filled(String expression, Map<String, String> values) {
        Matcher symbols = SYMBOL.matcher(expression);
        StringBuilder filled = new StringBuilder();
        while (symbols.find()) {
            symbols.appendReplacement(filled, Matcher.quoteReplacement(values.getOrDefault(symbols.group(), "–")));
        }
        return symbols.appendTail(filled).toString();
    }
}
