package dev.sillage.calculation.model.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads an expression: {@code +} and {@code -} bind less than {@code *} and {@code /}, these less than {@code ^}, all
 * from left to right; parentheses and functions as usual.
 */
final class ExpressionParser {
    private final String text;
    private int position;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /**
     * Reads the whole text.
     *
     * @throws IllegalArgumentException saying what is expected and where
     */
    static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.sum();
        if (parser.next() != 0) {
            throw parser.bad("an operator");
        }
        return expression;
    }

    private Expression sum() {
        Expression left = product();
        for (char c = next(); c == '+' || c == '-'; c = next()) {
            position++;
            left = new Expression.Operation(c, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        for (char c = next(); c == '*' || c == '/'; c = next()) {
            position++;
            left = new Expression.Operation(c, left, power());
        }
        return left;
    }

    private Expression power() {
        Expression base = operand();
        if (next() != '^') {
            return base;
        }
        position++;
        return new Expression.Operation('^', base, operand());
    }

    private Expression operand() {
        char c = next();
        if (c == '(') {
            position++;
            Expression inner = sum();
            expect(')');
            return inner;
        }
        if (Character.isDigit(c)) {
            return number();
        }
        if (Character.isLetter(c)) {
            return nameOrCall();
        }
        throw bad("a number, a symbol or a parenthesis");
    }

    private Expression number() {
        int start = position;
        while (position < text.length()) {
            char c = text.charAt(position);
            boolean sign = (c == '-' || c == '+') && Character.toLowerCase(text.charAt(position - 1)) == 'e';
            if (!Character.isDigit(c) && c != '.' && c != 'e' && c != 'E' && !sign) {
                break;
            }
            position++;
        }
        try {
            return new Expression.Literal(Double.parseDouble(text.substring(start, position)));
        } catch (NumberFormatException e) {
            position = start;
            throw bad("a number");
        }
    }

    private Expression nameOrCall() {
        int start = position;
        while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
            position++;
        }
        String name = text.substring(start, position);
        if (next() != '(') {
            return new Expression.Symbol(name);
        }
        Function function = Function.named(name).orElseThrow(() -> bad("a function that is known before this"));
        position++;
        List<Expression> arguments = new ArrayList<>();
        arguments.add(sum());
        while (next() == ',') {
            position++;
            arguments.add(sum());
        }
        expect(')');
        if (function.takesSeveral() != arguments.size() > 1) {
            throw bad("one argument of " + name + ", or several if it compares, before this");
        }
        return new Expression.Call(function, arguments);
    }

    private void expect(char c) {
        if (next() != c) {
            throw bad("'" + c + "'");
        }
        position++;
    }

    /** The next character that is not a blank, 0 at the end. */
    private char next() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    private IllegalArgumentException bad(String expected) {
        return new IllegalArgumentException(
                "expected " + expected + " at character " + (position + 1) + " of '" + text + "'");
    }
}
