package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.activity.Field;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of one member, at whose first token the parser stands, and leaves the parser at its last token.
 * Null after a violation, which the caller finds in {@code violations}.
 */
interface ValueReader {
    @Nullable
    Object read(JsonParser parser, String member, Violations violations) throws IOException;

    /**
     * The reader of a member's values.
     *
     * @param type of the record component, which decides the width of whole numbers
     * @throws IllegalArgumentException for the data of another kind, which are not read as a value
     */
    static ValueReader of(Field.Values values, Class<?> type) {
        if (values instanceof Field.Values.Whole whole) {
            boolean narrow = type == int.class || type == Integer.class;
            return new WholeReader(whole.min(), whole.max(), narrow);
        }
        if (values instanceof Field.Values.Decimal decimal) {
            return new DecimalReader(decimal.min(), decimal.max());
        }
        if (values instanceof Field.Values.Flag) {
            return ValueReader::flag;
        }
        if (values instanceof Field.Values.Name name) {
            return new TextReader(name.maxLength());
        }
        if (values instanceof Field.Values.Choice choice) {
            return (parser, member, violations) -> choice(choice.words(), parser, member, violations);
        }
        if (values instanceof Field.Values.Parts parts) {
            return new SharesReader(parts.maxEntries());
        }
        throw new IllegalArgumentException("no reader for " + values);
    }

    private static @Nullable Object flag(JsonParser parser, String member, Violations violations) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        return wrongType(parser, member, violations, "must be true or false");
    }

    private static @Nullable Object choice(List<String> words, JsonParser parser, String member, Violations violations)
            throws IOException {
        String remedy = "must be one of " + String.join(", ", words);
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return wrongType(parser, member, violations, remedy);
        }
        int index = words.indexOf(parser.getText());
        if (index < 0) {
            violations.add(Rule.NOT_ONE_OF, member, remedy);
            return null;
        }
        return words.get(index);
    }

    /** Reports a value of the wrong JSON type and steps over it. */
    static @Nullable Object wrongType(JsonParser parser, String member, Violations violations, String remedy)
            throws IOException {
        parser.skipChildren();
        violations.add(Rule.WRONG_TYPE, member, remedy);
        return null;
    }
}
