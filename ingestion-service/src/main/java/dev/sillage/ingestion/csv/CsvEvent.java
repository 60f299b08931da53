package dev.sillage.ingestion.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.Field;
import dev.sillage.activity.Labels;
import dev.sillage.ingestion.check.Slice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The event that one row becomes, member by member; whatever is wrong with a value is found by the check of events. */
final class CsvEvent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?");

    private final ActivityKind kind;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    CsvEvent(ActivityKind kind, String source) {
        this.kind = kind;
        attributes.put("specversion", ActivityTopic.SPEC_VERSION);
        attributes.put("source", source);
        attributes.put("type", kind.type());
    }

    void attribute(String name, String value) {
        attributes.put(name, value);
    }

    /** A member of the data, as its kind has it: a number where the kind has one and the text is one. */
    void data(String member, String text) {
        Field field = kind.shape().field(member);
        data.put(member, field == null ? text : value(field.values(), text));
    }

    void label(String name, String value) {
        labels.put(name, value);
    }

    Slice write() {
        if (!labels.isEmpty()) {
            data.put(Labels.MEMBER, labels);
        }
        attributes.put("data", data);
        try {
            byte[] bytes = JSON.writeValueAsBytes(attributes);
            return new Slice(bytes, 0, bytes.length);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    private static Object value(Field.Values values, String text) {
        boolean number = values instanceof Field.Values.Whole || values instanceof Field.Values.Decimal;
        if (number && NUMBER.matcher(text).matches()) {
            return new RawValue(text);
        }
        if (values instanceof Field.Values.Flag && (text.equals("true") || text.equals("false"))) {
            return new RawValue(text);
        }
        return text;
    }
}
