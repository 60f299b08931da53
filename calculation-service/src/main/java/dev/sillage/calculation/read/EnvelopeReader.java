package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.activity.Labels;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@link Envelope}. The data are passed over and kept as bytes, because the member that tells their kind may
 * stand behind them.
 */
final class EnvelopeReader {
    private static final TextReader WORD = new TextReader(64);
    private static final int MAX_WORDS = 32;

    private final Map<String, TextReader> texts;
    private final Set<String> required;
    private final @Nullable String words;
    private final String data;

    /**
     * A reader of objects of one shape.
     *
     * @param texts members that are texts
     * @param optional those of them that may be absent
     * @param words the member that is a list of words, null when the shape has none
     * @param data the member that holds the data
     */
    EnvelopeReader(Map<String, TextReader> texts, Set<String> optional, @Nullable String words, String data) {
        this.texts = Map.copyOf(texts);
        this.required = new HashSet<>(texts.keySet());
        required.removeAll(optional);
        required.add(data);
        this.words = words;
        this.data = data;
    }

    Envelope read(byte[] json) throws IOException, InvalidActivityException {
        try (JsonParser parser = ActivityReader.JSON.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonParseException(parser, "there are no data");
            }
            Violations violations = new Violations();
            if (first != JsonToken.START_OBJECT) {
                ValueReader.wrongType(parser, "", violations, "must be an object");
                violations.throwIfAny();
            }
            Envelope envelope = members(json, parser, violations);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "the data go on after their end");
            }
            return envelope;
        }
    }

    private Envelope members(byte[] json, JsonParser parser, Violations violations)
            throws IOException, InvalidActivityException {
        Map<String, String> read = new HashMap<>();
        List<String> list = List.of();
        Map<String, String> labels = Map.of();
        byte[] part = {};
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            // Null for a member that may be absent means absent.
            boolean absent = parser.nextToken() == JsonToken.VALUE_NULL && !required.contains(name);
            TextReader text = texts.get(name);
            if (text == null && !name.equals(data) && !name.equals(words) && !name.equals(Labels.MEMBER)) {
                parser.skipChildren();
                violations.add(Rule.UNKNOWN_MEMBER, "", name, "there is no such member; leave it out");
            } else if (!seen.add(name)) {
                parser.skipChildren();
                violations.add(Rule.DUPLICATE_MEMBER, "/" + name, "a member must occur once");
            } else if (text != null && !absent) {
                if (text.read(parser, "/" + name, violations) instanceof String value) {
                    read.put(name, value);
                }
            } else if (name.equals(data)) {
                part = data(json, parser, violations);
            } else if (name.equals(words) && !absent) {
                list = words(parser, violations);
            } else if (!absent) {
                labels = LabelsReader.read(parser, violations);
            }
        }
        for (String member : required) {
            if (!seen.contains(member)) {
                violations.add(Rule.MISSING_MEMBER, "/" + member, "the member is required");
            }
        }
        violations.throwIfAny();
        return new Envelope(read, list, labels, part);
    }

    private byte[] data(byte[] json, JsonParser parser, Violations violations) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            ValueReader.wrongType(parser, "/" + data, violations, "must be an object");
            return new byte[0];
        }
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Arrays.copyOfRange(json, start, (int) parser.currentLocation().getByteOffset());
    }

    private List<String> words(JsonParser parser, Violations violations) throws IOException {
        String member = "/" + words;
        List<String> list = new ArrayList<>(0);
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            ValueReader.wrongType(parser, member, violations, "must be an array of texts");
            return list;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (WORD.read(parser, member, violations) instanceof String word && list.size() < MAX_WORDS) {
                list.add(word);
            }
        }
        return list;
    }
}
