package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.unit.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Arithmetic with units, as somebody would do it who checks a formula by hand. What is not shown is absent. */
final class ShownArithmetic {

    private ShownArithmetic() {}

    /** A value with its unit. */
    record Measure(double value, Unit unit) {
        static final Measure ABSENT = new Measure(Double.NaN, Unit.ONE);

        static Measure of(double value, String unit) {
            return new Measure(value, Unit.parse(unit));
        }

        boolean isAbsent() {
            return Double.isNaN(value);
        }

        double in(String other) {
            return in(Unit.parse(other)).value;
        }

        Measure in(Unit other) {
            return isAbsent() ? ABSENT : new Measure(value * unit.factorTo(other), other);
        }
    }

    static Measure compute(String expression, Map<String, Measure> values) {
        return compute(ExpressionParser.parse(expression), values);
    }

    private static Measure compute(Expression expression, Map<String, Measure> values) {
        if (expression instanceof Expression.Literal literal) {
            return new Measure(literal.value(), Unit.ONE);
        }
        if (expression instanceof Expression.Symbol symbol) {
            return values.getOrDefault(symbol.name(), Measure.ABSENT);
        }
        if (expression instanceof Expression.Call call) {
            return call(
                    call.function(),
                    call.arguments().stream()
                            .map(argument -> compute(argument, values))
                            .filter(argument -> !argument.isAbsent())
                            .toList());
        }
        Expression.Operation operation = (Expression.Operation) expression;
        Measure left = compute(operation.left(), values);
        Measure right = compute(operation.right(), values);
        return left.isAbsent() || right.isAbsent() ? Measure.ABSENT : operate(operation.operator(), left, right);
    }

    private static Measure operate(char operator, Measure left, Measure right) {
        return switch (operator) {
            case '+' -> new Measure(left.value + right.in(left.unit).value, left.unit);
            case '-' -> new Measure(left.value - right.in(left.unit).value, left.unit);
            case '*' -> new Measure(left.value * right.value, left.unit.times(right.unit));
            case '/' -> new Measure(left.value / right.value, left.unit.per(right.unit));
            default -> power(left, right.in(Unit.ONE).value);
        };
    }

    private static Measure power(Measure base, double exponent) {
        return base.unit.isNumber()
                ? new Measure(Math.pow(base.in(Unit.ONE).value, exponent), Unit.ONE)
                : new Measure(Math.pow(base.value, exponent), base.unit.power((int) exponent));
    }

    private static Measure call(Function function, List<Measure> present) {
        if (present.isEmpty()) {
            return Measure.ABSENT;
        }
        Measure first = present.get(0);
        if (function == Function.FIRST) {
            return first;
        }
        double[] values = present.stream()
                .mapToDouble(argument -> argument.in(first.unit).value)
                .toArray();
        return switch (function) {
            case MIN -> new Measure(Arrays.stream(values).min().orElseThrow(), first.unit);
            case MAX -> new Measure(Arrays.stream(values).max().orElseThrow(), first.unit);
            case SUM -> new Measure(Arrays.stream(values).sum(), first.unit);
            default -> new Measure(pure(function, first.in(Unit.ONE).value), Unit.ONE);
        };
    }

    private static double pure(Function function, double value) {
        return switch (function) {
            case EXP -> Math.exp(value);
            case LOG2 -> Math.log(value) / Math.log(2);
            case CEIL -> Math.ceil(value - 1e-12);
            case FLOOR -> Math.floor(value + 1e-12);
            default -> throw new IllegalArgumentException(function.toString());
        };
    }
}
