package dev.sillage.ingestion.otlp;

import static dev.sillage.ingestion.otlp.ProtobufMessage.FIXED64;
import static dev.sillage.ingestion.otlp.ProtobufMessage.LENGTH_DELIMITED;
import static dev.sillage.ingestion.otlp.ProtobufMessage.VARINT;
import static dev.sillage.ingestion.otlp.ProtobufMessage.tag;

import java.io.IOException;
import java.util.HexFormat;

/** Reads an {@code ExportTraceServiceRequest} in protobuf; field numbers of opentelemetry-proto 1.9. */
final class ProtobufTraces {
    private static final int REQUEST_RESOURCE_SPANS = tag(1, LENGTH_DELIMITED);
    private static final int RESOURCE_SPANS_RESOURCE = tag(1, LENGTH_DELIMITED);
    private static final int RESOURCE_SPANS_SCOPE_SPANS = tag(2, LENGTH_DELIMITED);
    private static final int RESOURCE_ATTRIBUTES = tag(1, LENGTH_DELIMITED);
    private static final int SCOPE_SPANS_SPANS = tag(2, LENGTH_DELIMITED);
    private static final int SPAN_TRACE_ID = tag(1, LENGTH_DELIMITED);
    private static final int SPAN_SPAN_ID = tag(2, LENGTH_DELIMITED);
    private static final int SPAN_START = tag(7, FIXED64);
    private static final int SPAN_END = tag(8, FIXED64);
    private static final int SPAN_ATTRIBUTES = tag(9, LENGTH_DELIMITED);
    private static final int SPAN_STATUS = tag(15, LENGTH_DELIMITED);
    private static final int STATUS_CODE = tag(3, VARINT);
    private static final int MAX_ID_BYTES = 16;

    private final ProtobufMessage message;
    private final ProtobufAttribute attribute;
    private final ReceivedSpans spans;

    ProtobufTraces(byte[] body, ReceivedSpans spans) {
        this.message = new ProtobufMessage(body);
        this.attribute = new ProtobufAttribute(message);
        this.spans = spans;
    }

    /**
     * @throws IOException when it is not protobuf
     */
    void read() throws IOException {
        message.fields(tag -> {
            if (tag != REQUEST_RESOURCE_SPANS) {
                return false;
            }
            resourceSpans();
            return true;
        });
    }

    private void resourceSpans() throws IOException {
        Attributes<ResourceAttribute> resource = new Attributes<>(ResourceAttribute.SPELLINGS);
        message.message(tag -> {
            if (tag == RESOURCE_SPANS_RESOURCE) {
                message.message(inResource -> attribute.readIf(inResource == RESOURCE_ATTRIBUTES, resource));
            } else if (tag == RESOURCE_SPANS_SCOPE_SPANS) {
                message.message(this::scopeSpans);
            } else {
                return false;
            }
            return true;
        });
        spans.endResource(resource);
    }

    private boolean scopeSpans(int tag) throws IOException {
        if (tag != SCOPE_SPANS_SPANS) {
            return false;
        }
        SpanFields span = new SpanFields();
        message.message(span);
        spans.add(span.toSpan(spans.nextIndex()));
        return true;
    }

    /** The fields of one span, as they come. */
    private final class SpanFields implements ProtobufMessage.Fields {
        private String traceId = "";
        private String spanId = "";
        private long start;
        private long end;
        private int statusCode;
        private final Attributes<SpanAttribute> attributes = new Attributes<>(SpanAttribute.SPELLINGS);

        @Override
        public boolean take(int tag) throws IOException {
            if (tag == SPAN_ATTRIBUTES) {
                return attribute.readIf(true, attributes);
            } else if (tag == SPAN_TRACE_ID) {
                traceId = id();
            } else if (tag == SPAN_SPAN_ID) {
                spanId = id();
            } else if (tag == SPAN_START) {
                start = message.in().readFixed64();
            } else if (tag == SPAN_END) {
                end = message.in().readFixed64();
            } else if (tag == SPAN_STATUS) {
                message.message(this::status);
            } else {
                return false;
            }
            return true;
        }

        private boolean status(int tag) throws IOException {
            if (tag != STATUS_CODE) {
                return false;
            }
            statusCode = message.in().readEnum();
            return true;
        }

        private String id() throws IOException {
            byte[] bytes = message.bytes(MAX_ID_BYTES);
            return bytes == null ? "" : HexFormat.of().formatHex(bytes);
        }

        Span toSpan(int index) {
            return new Span(index, traceId, spanId, start, end, statusCode, attributes);
        }
    }
}
