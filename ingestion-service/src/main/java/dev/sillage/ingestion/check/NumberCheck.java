package dev.sillage.ingestion.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.activity.Field.Values;
import dev.sillage.ingestion.problem.ProblemType;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Checks numbers without ever building one of unbounded size: {@code 1e1000000000} is ten characters here and
 * gigabytes for a reader that writes it out.
 */
final class NumberCheck {
    /** A double has at most 17 significant digits; more than this is no measurement. */
    private static final int MAX_DIGITS = 100;

    /** The largest exponent of a finite double is 308. */
    private static final int MAX_EXPONENT = 400;

    private NumberCheck() {}

    static void check(Cursor at, String parent, String name, Values.Whole limits) throws IOException {
        JsonParser json = at.json();
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            wrongType(at, parent, name, "A whole number without fraction or exponent is expected.");
            return;
        }
        boolean fits = json.getTextLength() <= MAX_DIGITS && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!fits || json.getLongValue() < limits.min() || json.getLongValue() > limits.max()) {
            at.refuse(
                    ProblemType.OUT_OF_RANGE,
                    Pointer.to(parent, name),
                    "A whole number from " + limits.min() + " to " + limits.max() + " is expected.");
        }
    }

    static void check(Cursor at, String parent, String name, Values.Decimal limits) throws IOException {
        decimal(at, parent, name, limits.min(), limits.max());
    }

    /** The current value when it is a number from {@code min} to {@code max}; otherwise NaN, and a finding. */
    static double decimal(Cursor at, String parent, String name, double min, double max) throws IOException {
        JsonParser json = at.json();
        if (!json.currentToken().isNumeric()) {
            wrongType(at, parent, name, "A number is expected.");
            return Double.NaN;
        }
        double value = isReadable(json) ? json.getDoubleValue() : Double.NaN;
        // A number too small for a double would become a silent zero.
        boolean inRange = value >= min && value <= max && (value != 0 || isZero(json));
        if (!inRange) {
            at.refuse(
                    ProblemType.OUT_OF_RANGE,
                    Pointer.to(parent, name),
                    "A number from " + plain(min) + " to " + plain(max) + " is expected.");
            return Double.NaN;
        }
        return value;
    }

    private static boolean isReadable(JsonParser json) throws IOException {
        int length = json.getTextLength();
        if (length > MAX_DIGITS) {
            return false;
        }
        char[] chars = json.getTextCharacters();
        int start = json.getTextOffset();
        int exponent = -1;
        for (int i = start; i < start + length; i++) {
            char c = chars[i];
            if (c == 'e' || c == 'E') {
                exponent = 0;
            } else if (exponent >= 0 && c >= '0' && c <= '9') {
                exponent = exponent * 10 + (c - '0');
                if (exponent > MAX_EXPONENT) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isZero(JsonParser json) throws IOException {
        char[] chars = json.getTextCharacters();
        int start = json.getTextOffset();
        for (int i = start; i < start + json.getTextLength() && chars[i] != 'e' && chars[i] != 'E'; i++) {
            if (chars[i] >= '1' && chars[i] <= '9') {
                return false;
            }
        }
        return true;
    }

    private static void wrongType(Cursor at, String parent, String name, String expected) throws IOException {
        at.refuse(ProblemType.WRONG_TYPE, Pointer.to(parent, name), expected);
        at.skip(parent, name);
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
