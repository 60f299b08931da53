package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the lines of a sheet into a program, and on the way checks that every symbol is known and that the units of
 * every formula fit. Where two units of one dimension meet, the conversion is put in, so that a sheet needs no
 * thousandths.
 */
final class Compiler {
    private final Map<String, Typed> symbols = new LinkedHashMap<>();
    private final List<Boolean> isFixed = new ArrayList<>();
    private final Map<Integer, Double> literals = new HashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Integer, Instruction> producedBy = new HashMap<>();
    private final Map<Double, Integer> literalRegisters = new HashMap<>();
    /** What is computed already, by the instruction with target 0; so nothing is computed twice. */
    private final Map<Instruction, Integer> computed = new HashMap<>();

    private final Map<String, Double> conversions = new HashMap<>();

    private record Typed(int register, Unit unit) {}

    private Compiler() {}

    /** A program, and the number by which the result of a formula is multiplied to have it in the unit of its step. */
    record Compiled(Program program, Map<String, Double> conversions) {}

    static Compiled compile(String sheet, List<Line> lines) {
        Compiler compiler = new Compiler();
        for (Line line : lines) {
            try {
                compiler.add(line);
            } catch (IllegalArgumentException e) {
                throw new SheetException("sheet " + sheet + ", symbol " + line.symbol() + ": " + e.getMessage(), e);
            }
        }
        return new Compiled(compiler.program(), Map.copyOf(compiler.conversions));
    }

    private void add(Line line) {
        Typed typed;
        if (line instanceof Line.Computed step) {
            typed = step(step);
        } else {
            typed = new Typed(register(line instanceof Line.Constant), line.unit());
        }
        if (symbols.put(line.symbol(), typed) != null) {
            throw new IllegalArgumentException("defined twice");
        }
    }

    private Typed step(Line.Computed step) {
        Typed result = typed(step.expression());
        double conversion = result.unit().factorTo(step.unit());
        conversions.put(step.symbol(), conversion);
        Typed converted = converted(result, step.unit());
        if (!(step.expression() instanceof Expression.Symbol)) {
            return converted;
        }
        // A register of its own, so that a step that only renames a symbol is shown like every other.
        return new Typed(emit(Code.FIRST, converted.register(), converted.register()), step.unit());
    }

    private Typed typed(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal(literal.value());
        }
        if (expression instanceof Expression.Symbol symbol) {
            Typed known = symbols.get(symbol.name());
            if (known == null) {
                throw new IllegalArgumentException("'" + symbol.name() + "' is not defined above");
            }
            return known;
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        Expression.Operation operation = (Expression.Operation) expression;
        return operation(operation, typed(operation.left()), typed(operation.right()));
    }

    private Typed operation(Expression.Operation operation, Typed left, Typed right) {
        return switch (operation.operator()) {
            case '+' -> alike(Code.ADD, left, right);
            case '-' -> alike(Code.SUBTRACT, left, right);
            case '*' ->
                new Typed(
                        emit(Code.MULTIPLY, left.register(), right.register()),
                        left.unit().times(right.unit()));
            case '/' ->
                new Typed(
                        emit(Code.DIVIDE, left.register(), right.register()),
                        left.unit().per(right.unit()));
            default -> power(operation, left, right);
        };
    }

    private Typed power(Expression.Operation operation, Typed base, Typed exponent) {
        if (operation.right() instanceof Expression.Literal literal && literal.value() == 2) {
            return new Typed(
                    emit(Code.MULTIPLY, base.register(), base.register()),
                    base.unit().power(2));
        }
        if (base.unit().isNumber()) {
            Typed pure = converted(base, Unit.ONE);
            Typed number = converted(exponent, Unit.ONE);
            return new Typed(emit(Code.POWER, pure.register(), number.register()), Unit.ONE);
        }
        if (operation.right() instanceof Expression.Literal literal && literal.value() == Math.rint(literal.value())) {
            return new Typed(
                    emit(Code.POWER, base.register(), exponent.register()),
                    base.unit().power((int) literal.value()));
        }
        throw new IllegalArgumentException("a value in '" + base.unit() + "' can be raised to a whole number only");
    }

    private Typed call(Expression.Call call) {
        Typed first = typed(call.arguments().get(0));
        if (!call.function().takesSeveral()) {
            Typed number = converted(first, Unit.ONE);
            return new Typed(emit(call.function().code(), number.register(), number.register()), Unit.ONE);
        }
        Typed result = first;
        for (Expression argument : call.arguments().subList(1, call.arguments().size())) {
            result = alike(call.function().code(), result, typed(argument));
        }
        return result;
    }

    private Typed alike(Code code, Typed left, Typed right) {
        Typed same = converted(right, left.unit());
        return new Typed(emit(code, left.register(), same.register()), left.unit());
    }

    private Typed converted(Typed value, Unit unit) {
        double factor = value.unit().factorTo(unit);
        return factor == 1
                ? new Typed(value.register(), unit)
                : new Typed(
                        emit(Code.MULTIPLY, value.register(), literal(factor).register()), unit);
    }

    private Typed literal(double value) {
        Integer known = literalRegisters.get(value);
        if (known != null) {
            return new Typed(known, Unit.ONE);
        }
        int register = register(true);
        literals.put(register, value);
        literalRegisters.put(value, register);
        return new Typed(register, Unit.ONE);
    }

    /**
     * Puts an instruction, and gathers what is fixed: {@code (quantity * factor) * other} becomes {@code quantity *
     * (factor * other)}, so that the product of the factors is computed once for a plan and not for each activity.
     */
    private int emit(Code code, int left, int right) {
        if (code == Code.MULTIPLY && isFixed.get(left) && !isFixed.get(right)) {
            return emit(code, right, left);
        }
        if ((code == Code.MULTIPLY || code == Code.DIVIDE) && !isFixed.get(left) && isFixed.get(right)) {
            Instruction product = producedBy.get(left);
            if (product != null && product.code() == Code.MULTIPLY && isFixed.get(product.right())) {
                return put(Code.MULTIPLY, product.left(), put(code, product.right(), right));
            }
        }
        return put(code, left, right);
    }

    private int put(Code code, int left, int right) {
        Instruction sought = new Instruction(code, 0, left, right);
        Integer known = computed.get(sought);
        if (known != null) {
            return known;
        }
        int target = register(isFixed.get(left) && isFixed.get(right));
        Instruction instruction = new Instruction(code, target, left, right);
        instructions.add(instruction);
        producedBy.put(target, instruction);
        computed.put(sought, target);
        return target;
    }

    private int register(boolean fixed) {
        isFixed.add(fixed);
        return isFixed.size() - 1;
    }

    /** Numbers the registers anew: fixed ones first. */
    private Program program() {
        int[] renumbered = new int[isFixed.size()];
        int next = 0;
        for (boolean fixed : new boolean[] {true, false}) {
            for (int i = 0; i < renumbered.length; i++) {
                if (isFixed.get(i) == fixed) {
                    renumbered[i] = next++;
                }
            }
        }
        int fixedRegisters = (int) isFixed.stream().filter(fixed -> fixed).count();
        List<Instruction> fixed = new ArrayList<>();
        List<Instruction> moving = new ArrayList<>();
        for (Instruction old : instructions) {
            Instruction instruction = new Instruction(
                    old.code(), renumbered[old.target()], renumbered[old.left()], renumbered[old.right()]);
            (instruction.target() < fixedRegisters ? fixed : moving).add(instruction);
        }
        Map<Integer, Double> values = new HashMap<>();
        literals.forEach((register, value) -> values.put(renumbered[register], value));
        Map<String, Integer> bySymbol = new HashMap<>();
        symbols.forEach((symbol, typed) -> bySymbol.put(symbol, renumbered[typed.register()]));
        return new Program(fixedRegisters, renumbered.length, values, fixed, moving, bySymbol);
    }
}
