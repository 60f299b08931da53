package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@code KeyValue} objects in JSON; values of keys that nobody reads are passed over where the key stands first. */
final class JsonAttribute {
    private static final int MAX_INT64_LENGTH = 20;

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
            message.object(pair);
            pair.end();
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
                case "intValue", "doubleValue" -> number();
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

        /** What no reader of numbers takes costs only the span that needs it. */
        private AttributeValue number() throws IOException {
            JsonParser json = message.json();
            JsonToken token = json.currentToken();
            if (token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                return new AttributeValue.Whole(json.getLongValue());
            }
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                return new AttributeValue.Fraction(json.getDoubleValue());
            }
            if (token == JsonToken.VALUE_STRING && json.getTextLength() <= MAX_INT64_LENGTH) {
                try {
                    return new AttributeValue.Whole(Long.parseLong(json.getText()));
                } catch (NumberFormatException e) {
                    return AttributeValue.OTHER;
                }
            }
            return AttributeValue.OTHER;
        }

        /** An attribute without a value is none. */
        void end() {
            if (key != null && value != null) {
                attributes.take(key, value);
            }
        }
    }
}
