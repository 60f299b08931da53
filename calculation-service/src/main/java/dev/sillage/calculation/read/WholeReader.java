package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers. {@code 12.0} is one, as in JSON Schema.
 *
 * @param narrow whether the record holds an {@code int}
 */
record WholeReader(long min, long max, boolean narrow) implements ValueReader {

    @Override
    public @Nullable Object read(JsonParser parser, String member, Violations violations) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            return ValueReader.wrongType(parser, member, violations, remedy());
        }
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return within(parser.getLongValue(), member, violations);
        }
        double value = parser.getDoubleValue();
        if (value != Math.rint(value)) {
            violations.add(Rule.WRONG_TYPE, member, remedy());
            return null;
        }
        // A value beyond long becomes the nearest long, which no limit admits.
        return within((long) value, member, violations);
    }

    private @Nullable Object within(long value, String member, Violations violations) {
        if (value < min || value > max) {
            violations.add(Rule.OUT_OF_RANGE, member, remedy());
            return null;
        }
        return narrow ? (Object) (int) value : (Object) value;
    }

    private String remedy() {
        return "must be a whole number from " + min + " to " + max;
    }
}
