package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads finite numbers; a number beyond the range of binary64 is infinite and therefore out of range. */
record DecimalReader(double min, double max) implements ValueReader {

    @Override
    public @Nullable Object read(JsonParser parser, String member, Violations violations) throws IOException {
        return read(parser, member, null, violations);
    }

    /** The same for a member whose name is the sender's. */
    @Nullable
    Double read(JsonParser parser, String member, @Nullable String senderName, Violations violations)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            parser.skipChildren();
            violations.add(Rule.WRONG_TYPE, member, senderName, remedy());
            return null;
        }
        double value = parser.getDoubleValue();
        if (!(value >= min && value <= max)) {
            violations.add(Rule.OUT_OF_RANGE, member, senderName, remedy());
            return null;
        }
        return value;
    }

    private String remedy() {
        return "must be a number from " + min + " to " + max;
    }
}
