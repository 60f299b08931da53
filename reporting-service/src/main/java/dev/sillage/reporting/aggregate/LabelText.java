package dev.sillage.reporting.aggregate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/** Labels as one JSON object, in the order of the map and without space: equal labels in equal order, equal texts. */
final class LabelText {
    private static final String NOTHING = "{}";

    private LabelText() {}

    static String of(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return NOTHING;
        }
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        StringBuilder json = new StringBuilder();
        labels.forEach((name, value) -> {
            json.append(json.isEmpty() ? "{\"" : ",\"");
            encoder.quoteAsString(name, json);
            json.append("\":\"");
            encoder.quoteAsString(value, json);
            json.append('"');
        });
        return json.append('}').toString();
    }
}
