package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads texts of 1 to {@code maxLength} characters (Unicode code points, as in JSON Schema), none a control. */
record TextReader(int maxLength) implements ValueReader {

    @Override
    public @Nullable Object read(JsonParser parser, String member, Violations violations) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return ValueReader.wrongType(parser, member, violations, remedy());
        }
        String text = parser.getText();
        if (!isText(text)) {
            violations.add(Rule.INVALID_TEXT, member, remedy());
            return null;
        }
        return text;
    }

    boolean isText(String text) {
        // A code point has one or two chars: only a text between the two bounds is counted exactly.
        if (text.isEmpty() || (text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\u007f') {
                return false;
            }
        }
        return true;
    }

    private String remedy() {
        return "must be a text of 1 to " + maxLength + " characters without control characters";
    }
}
