package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.otlp.ProtobufMessage.FIXED64;
import static dev.sillage.ingestion.otlp.ProtobufMessage.LENGTH_DELIMITED;
import static dev.sillage.ingestion.otlp.ProtobufMessage.VARINT;
import static dev.sillage.ingestion.otlp.ProtobufMessage.tag;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a {@code KeyValue} in protobuf: its value only when somebody reads that key, or when it stands before the key. */
final class ProtobufAttribute {
    private static final int KEY = tag(1, LENGTH_DELIMITED);
    private static final int VALUE = tag(2, LENGTH_DELIMITED);
    private static final int STRING_VALUE = tag(1, LENGTH_DELIMITED);
    private static final int INT_VALUE = tag(3, VARINT);
    private static final int DOUBLE_VALUE = tag(4, FIXED64);
    private static final int MAX_KEY_BYTES = 100;
    private static final int MAX_UTF_8_BYTES = 3;

    private final ProtobufMessage message;

    ProtobufAttribute(ProtobufMessage message) {
        this.message = message;
    }

    /** Reads one into {@code attributes}, or says false when {@code isAttribute} does. */
    boolean readIf(boolean isAttribute, Attributes<?> attributes) throws IOException {
        if (isAttribute) {
            Pair pair = new Pair(attributes);
            int start = message.position();
            message.message(pair);
            pair.end();
            if (attributes.isIdentifying()) {
                attributes.identify(message.body(), start, message.position());
            }
        }
        return isAttribute;
    }

    private final class Pair implements ProtobufMessage.Fields {
        private final Attributes<?> attributes;
        private boolean keySeen;
        private @Nullable String key;
        private @Nullable AttributeValue value;

        Pair(Attributes<?> attributes) {
            this.attributes = attributes;
        }

        @Override
        public boolean take(int tag) throws IOException {
            if (tag == KEY) {
                keySeen = true;
                key = message.text(MAX_KEY_BYTES);
                return true;
            }
            if (tag != VALUE || (keySeen && (key == null || !attributes.reads(key)))) {
                return false;
            }
            message.message(this::value);
            return true;
        }

        private boolean value(int tag) throws IOException {
            if (tag == STRING_VALUE) {
                String text = message.text(AttributeValue.MAX_TEXT_LENGTH * MAX_UTF_8_BYTES);
                value = text == null ? AttributeValue.OTHER : AttributeValue.text(text);
            } else if (tag == INT_VALUE) {
                value = new AttributeValue.Whole(message.in().readInt64());
            } else if (tag == DOUBLE_VALUE) {
                value = new AttributeValue.Fraction(message.in().readDouble());
            } else {
                value = AttributeValue.OTHER;
                return false;
            }
            return true;
        }

        /** An attribute without a value is none. */
        void end() {
            if (key != null && value != null) {
                attributes.take(key, value);
            }
        }
    }
}
