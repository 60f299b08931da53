package dev.sillage.calculation.unit;

/** Reads one unit from left to right: factors with {@code *} and {@code /}, each a word or a parenthesis. */
final class UnitParser {
    private final String text;
    private int position;

    UnitParser(String text) {
        this.text = text;
    }

    Unit parse() {
        Unit product = product();
        if (position < text.length()) {
            throw bad("nothing after '" + text.substring(0, position) + "'");
        }
        return new Unit(text, product);
    }

    private Unit product() {
        Unit product = factor();
        while (position < text.length() && (peek() == '*' || peek() == '/')) {
            boolean times = text.charAt(position++) == '*';
            Unit next = factor();
            product = times ? product.times(next) : product.per(next);
        }
        return product;
    }

    private Unit factor() {
        Unit base;
        if (position < text.length() && peek() == '(') {
            position++;
            base = product();
            expect(')');
        } else {
            base = word();
        }
        if (position < text.length() && peek() == '^') {
            position++;
            return base.power(exponent());
        }
        return base;
    }

    private Unit word() {
        int start = position;
        while (position < text.length() && (Character.isLetterOrDigit(peek()) || peek() == '%')) {
            position++;
        }
        String word = text.substring(start, position);
        Unit unit = UnitWords.find(word);
        if (unit == null) {
            throw bad("a unit in place of '" + word + "'");
        }
        return unit;
    }

    private int exponent() {
        int start = position;
        if (position < text.length() && peek() == '-') {
            position++;
        }
        while (position < text.length() && Character.isDigit(peek())) {
            position++;
        }
        String digits = text.substring(start, position);
        if (!digits.matches("-?[1-9]")) {
            throw bad("a whole exponent of one digit in place of '" + digits + "'");
        }
        return Integer.parseInt(digits);
    }

    private void expect(char c) {
        if (position >= text.length() || peek() != c) {
            throw bad("'" + c + "' after '" + text.substring(0, position) + "'");
        }
        position++;
    }

    private char peek() {
        return text.charAt(position);
    }

    private IllegalArgumentException bad(String expected) {
        return new IllegalArgumentException("unit '" + text + "': expected " + expected);
    }
}
