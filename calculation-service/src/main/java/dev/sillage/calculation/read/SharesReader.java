package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an object of shares by name, each from 0 to 1. */
record SharesReader(int maxEntries) implements ValueReader {
    private static final DecimalReader SHARE = new DecimalReader(0, 1);

    @Override
    public @Nullable Object read(JsonParser parser, String member, Violations violations) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return ValueReader.wrongType(parser, member, violations, remedy());
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        int count = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Double share = SHARE.read(parser, member, name, violations);
            count++;
            if (share != null && count <= maxEntries && shares.put(name, share) != null) {
                violations.add(Rule.DUPLICATE_MEMBER, member, name, "a name must occur once");
            }
        }
        if (count > maxEntries) {
            violations.add(Rule.OUT_OF_RANGE, member, remedy());
        }
        return shares;
    }

    private String remedy() {
        return "must be an object of at most " + maxEntries + " shares, each from 0 to 1";
    }
}
