package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;

/** Reads an {@code ExportTraceServiceRequest} in JSON: names in lowerCamelCase, ids in hexadecimal, enums as numbers. */
final class JsonTraces {
    private static final int MAX_ID_LENGTH = 32;

    private final JsonMessage message;
    private final JsonAttribute attribute;
    private final ReceivedSpans spans;

    JsonTraces(JsonMessage message, ReceivedSpans spans) {
        this.message = message;
        this.attribute = new JsonAttribute(message);
        this.spans = spans;
    }

    /**
     * @throws IOException when it is not JSON, or something else than the message
     */
    void read() throws IOException {
        message.root(name -> {
            if (!name.equals("resourceSpans")) {
                return false;
            }
            message.array(this::resourceSpans);
            return true;
        });
    }

    private void resourceSpans() throws IOException {
        Attributes<ResourceAttribute> resource = new Attributes<>(ResourceAttribute.SPELLINGS);
        message.object(name -> {
            switch (name) {
                case "resource" -> message.object(member -> attribute.allIn(member, resource));
                case "scopeSpans" -> message.array(() -> message.object(this::scopeSpans));
                default -> {
                    return false;
                }
            }
            return true;
        });
        spans.endResource(resource);
    }

    private boolean scopeSpans(String name) throws IOException {
        if (!name.equals("spans")) {
            return false;
        }
        message.array(() -> {
            SpanMembers span = new SpanMembers();
            message.object(span);
            spans.add(span.toSpan(spans.nextIndex()));
        });
        return true;
    }

    /** The members of one span, as they come. */
    private final class SpanMembers implements JsonMessage.Members {
        private String traceId = "";
        private String spanId = "";
        private long start;
        private long end;
        private int statusCode;
        private final Attributes<SpanAttribute> attributes = new Attributes<>(SpanAttribute.SPELLINGS);

        @Override
        public boolean take(String name) throws IOException {
            switch (name) {
                case "traceId" -> traceId = id();
                case "spanId" -> spanId = id();
                case "startTimeUnixNano" -> start = message.int64();
                case "endTimeUnixNano" -> end = message.int64();
                case "status" -> message.object(this::status);
                default -> {
                    return attribute.allIn(name, attributes);
                }
            }
            return true;
        }

        private boolean status(String name) throws IOException {
            if (!name.equals("code") || message.json().currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return false;
            }
            statusCode = (int) message.int64();
            return true;
        }

        private String id() throws IOException {
            String text = message.text();
            return text.length() > MAX_ID_LENGTH ? "" : text.toLowerCase(Locale.ROOT);
        }

        Span toSpan(int index) {
            return new Span(index, traceId, spanId, start, end, statusCode, attributes);
        }
    }
}
