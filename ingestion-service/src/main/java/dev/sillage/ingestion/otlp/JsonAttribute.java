package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@code KeyValue} objects in JSON; values of keys that nobody reads are passed over where the key stands first. */
final class JsonAttribute {
    private final JsonMessage message;

    JsonAttribute(JsonMessage message) {
        this.message = message;
    }

    /** Reads the current value into {@code attributes} when the member is named so, or says false. */
    boolean allIn(String member, Attributes<?> attributes) throws IOException {
        if (!member.equals("attributes")) {
            return false;
        }
        message.array(() -> {
            Pair pair = new Pair(attributes);
            int start = attributes.isIdentifying() ? message.start() : 0;
            message.object(pair);
            pair.end();
            if (attributes.isIdentifying()) {
                attributes.identify(message.body(), start, message.end());
            }
        });
        return true;
    }

    private final class Pair implements JsonMessage.Members {
        private final Attributes<?> attributes;
        private @Nullable String key;
        private @Nullable AttributeValue value;

        Pair(Attributes<?> attributes) {
            this.attributes = attributes;
        }

        @Override
        public boolean take(String name) throws IOException {
            if (name.equals("key")) {
                key = message.text();
                return true;
            }
            if (!name.equals("value") || (key != null && !attributes.reads(key))) {
                return false;
            }
            message.object(this::value);
            return true;
        }

        private boolean value(String name) throws IOException {
            if (message.isNull()) {
                return true;
            }
            value = switch (name) {
                case "stringValue" -> text();
                case "intValue", "doubleValue" -> message.number();
                default -> AttributeValue.OTHER;
            };
            return false;
        }

        private AttributeValue text() throws IOException {
            JsonParser json = message.json();
            return json.currentToken() == JsonToken.VALUE_STRING
                            && json.getTextLength() <= AttributeValue.MAX_TEXT_LENGTH
                    ? AttributeValue.text(json.getText())
                    : AttributeValue.OTHER;
        }

        /** An attribute without a value is none. */
        void end() {
            if (key != null && value != null) {
                attributes.take(key, value);
            }
        }
    }
}
