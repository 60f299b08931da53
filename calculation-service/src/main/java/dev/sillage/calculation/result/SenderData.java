package dev.sillage.calculation.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.sillage.activity.Labels;
import dev.sillage.footprint.ActivityData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The sender's data as they travel on with the result: without labels and without space, members in the sender's
 * order, each number by its own literal, so that the same data always give the same text.
 */
final class SenderData {
    private static final JsonFactory JSON = new JsonFactory();

    private SenderData() {}

    /**
     * The compact text of data that have been read without complaint; null when it is larger than what is kept.
     *
     * @throws IOException when it is not JSON after all
     */
    static @Nullable String of(byte @Nullable [] data) throws IOException {
        if (data == null) {
            return null;
        }
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512);
                JsonParser from = JSON.createParser(data);
                JsonGenerator to = JSON.createGenerator(bytes)) {
            from.nextToken();
            to.writeStartObject();
            while (from.nextToken() == JsonToken.FIELD_NAME) {
                String name = from.currentName();
                from.nextToken();
                if (name.equals(Labels.MEMBER)) {
                    from.skipChildren();
                } else {
                    to.writeFieldName(name);
                    copyValue(from, to);
                }
            }
            to.writeEndObject();
            to.flush();
            byte[] compact = bytes.toByteArray();
            return compact.length > ActivityData.MAX_BYTES ? null : new String(compact, StandardCharsets.UTF_8);
        }
    }

    private static void copyValue(JsonParser from, JsonGenerator to) throws IOException {
        int depth = 0;
        do {
            JsonToken token = from.currentToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (token.isNumeric()) {
                // The generator's own forms of a number would lose digits or an exponent.
                to.writeNumber(from.getText());
            } else {
                to.copyCurrentEvent(from);
            }
        } while (depth > 0 && from.nextToken() != null);
    }
}
