package dev.sillage.calculation.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: four significant digits, powers of ten where there would be many zeros. */
final class Numbers {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e9;
    private static final int GROUP = 3;
    private static final double GROUPED_FROM = 1e4;

    private Numbers() {}

    static String text(double value, Language language) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        if (size >= SMALL && size < LARGE) {
            return localised(grouped(rounded.toPlainString(), size), language);
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return localised(rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString(), language) + " × 10"
                + superscript(exponent);
    }

    /** A narrow no-break space between groups of three digits (ISO 80000-1), the same in both languages. */
    private static String grouped(String plain, double size) {
        if (size < GROUPED_FROM || plain.contains(".")) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain);
        for (int i = plain.length() - GROUP; i > (plain.startsWith("-") ? 1 : 0); i -= GROUP) {
            text.insert(i, '\u202f');
        }
        return text.toString();
    }

    private static String localised(String text, Language language) {
        return language == Language.FRENCH ? text.replace('.', ',') : text;
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }
}
