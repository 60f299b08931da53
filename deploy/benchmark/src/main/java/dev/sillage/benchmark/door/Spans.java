package dev.sillage.benchmark.door;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the spans out of an ExportTraceServiceRequest in protobuf and looks at nothing else. */
final class Spans {
    private static final int LEVELS = 3;

    /** resource_spans, then scope_spans, then spans (opentelemetry-proto 1.x, trace_service.proto and trace.proto). */
    private static final int[] FIELDS = {1, 2, 2};

    private static final int LENGTH_DELIMITED = 2;
    private static final int WIRE_TYPE_BITS = 3;

    private final byte[] message;
    private final List<byte[]> spans = new ArrayList<>();
    private int at;

    private Spans(byte[] message) {
        this.message = message;
    }

    /** Of messages that hold fields with a length only on the way to a span, as all exporters write them. */
    static List<byte[]> of(byte[] message) {
        Spans all = new Spans(message);
        all.read(0, message.length);
        return all.spans;
    }

    private void read(int level, int end) {
        while (at < end) {
            int tag = varint();
            if ((tag & ((1 << WIRE_TYPE_BITS) - 1)) != LENGTH_DELIMITED) {
                throw new IllegalArgumentException("A field without a length at " + at);
            }
            int length = varint();
            int next = at + length;
            if (tag >>> WIRE_TYPE_BITS == FIELDS[level]) {
                if (level == LEVELS - 1) {
                    spans.add(Arrays.copyOfRange(message, at, next));
                } else {
                    read(level + 1, next);
                }
            }
            at = next;
        }
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
