package dev.sillage.reporting.aggregate;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;

/** Numbers of JSON, as {@link JsonParser#getDecimalValue} reads them; those of a figure at a small part of its cost. */
final class JsonDecimal {
    private static final int MAX_DIGITS = 18;
    private static final int MAX_EXPONENT_DIGITS = 4;

    private JsonDecimal() {}

    /** The number at which the parser stands. */
    static BigDecimal read(JsonParser parser) throws IOException {
        char[] text = parser.getTextCharacters();
        int at = parser.getTextOffset();
        int end = at + parser.getTextLength();
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean isAfterPoint = false;
        for (; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
                count += digits == 0 ? 0 : 1;
                scale += isAfterPoint ? 1 : 0;
            } else if (c == '.') {
                isAfterPoint = true;
            } else {
                break;
            }
            if (count > MAX_DIGITS) {
                return parser.getDecimalValue();
            }
        }
        if (at == end) {
            return BigDecimal.valueOf(digits, scale);
        }
        int exponent = exponent(text, at, end);
        return exponent == Integer.MIN_VALUE ? parser.getDecimalValue() : BigDecimal.valueOf(digits, scale - exponent);
    }

    /** Of E, perhaps a sign, and few digits; the smallest int for anything else, as the sign before a number. */
    private static int exponent(char[] text, int from, int end) {
        int at = from + 1;
        if ((text[from] != 'E' && text[from] != 'e') || at == end) {
            return Integer.MIN_VALUE;
        }
        boolean isNegative = text[at] == '-';
        at += isNegative || text[at] == '+' ? 1 : 0;
        if (end - at > MAX_EXPONENT_DIGITS || at == end) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < end; at++) {
            exponent = exponent * 10 + text[at] - '0';
        }
        return isNegative ? -exponent : exponent;
    }
}
