package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.activity.Labels;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the labels beside the data, by the rules of {@link Labels}. */
final class LabelsReader {
    private static final String MEMBER = "/" + Labels.MEMBER;
    private static final TextReader VALUE = new TextReader(Labels.MAX_VALUE_LENGTH);

    private LabelsReader() {}

    static Map<String, String> read(JsonParser parser, Violations violations) throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            ValueReader.wrongType(parser, MEMBER, violations, "must be an object of short texts by name");
            return labels;
        }
        int count = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            count++;
            if (!Labels.isName(name)) {
                parser.skipChildren();
                violations.add(
                        Rule.INVALID_LABELS,
                        MEMBER,
                        name,
                        "a label's name must be a letter and then letters, digits, _ . or -, at most "
                                + Labels.MAX_NAME_LENGTH);
            } else if (parser.currentToken() != JsonToken.VALUE_STRING || !VALUE.isText(parser.getText())) {
                parser.skipChildren();
                violations.add(
                        Rule.INVALID_LABELS,
                        MEMBER,
                        name,
                        "a label must be a text of 1 to " + Labels.MAX_VALUE_LENGTH
                                + " characters without control characters");
            } else if (count <= Labels.MAX_COUNT && labels.put(name, parser.getText()) != null) {
                violations.add(Rule.DUPLICATE_MEMBER, MEMBER, name, "a label must occur once");
            }
        }
        if (count > Labels.MAX_COUNT) {
            violations.add(Rule.INVALID_LABELS, MEMBER, "there may be at most " + Labels.MAX_COUNT + " labels");
        }
        return labels;
    }
}
