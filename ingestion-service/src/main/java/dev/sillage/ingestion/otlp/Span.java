package dev.sillage.ingestion.otlp;

/**
 * What is read of one span.
 *
 * @param index which span of the request, from 0
 * @param traceId lower-case hexadecimal as far as the sender kept to the form
 * @param spanId likewise
 * @param startUnixNanos 0 when not told
 * @param endUnixNanos 0 when not told
 * @param failed whether its status is an error
 */
record Span(
        int index,
        String traceId,
        String spanId,
        long startUnixNanos,
        long endUnixNanos,
        boolean failed,
        Attributes<SpanAttribute> attributes) {
    private static final int STATUS_CODE_ERROR = 2;
    private static final int TRACE_ID_DIGITS = 32;
    private static final int SPAN_ID_DIGITS = 16;

    Span(
            int index,
            String traceId,
            String spanId,
            long startUnixNanos,
            long endUnixNanos,
            int statusCode,
            Attributes<SpanAttribute> attributes) {
        this(index, traceId, spanId, startUnixNanos, endUnixNanos, statusCode == STATUS_CODE_ERROR, attributes);
    }

    /** Whether it says anything of a call to a model. */
    boolean isOfInterest() {
        return attributes.count() > (attributes.has(SpanAttribute.ERROR) ? 1 : 0);
    }

    /** Whether both ids have their form and are not all zero, which OTLP calls invalid. */
    boolean isIdentified() {
        return isId(traceId, TRACE_ID_DIGITS) && isId(spanId, SPAN_ID_DIGITS);
    }

    /** What the span is the same by when it comes again: an id that never changes. */
    String activityId() {
        return "otlp:" + traceId + ":" + spanId;
    }

    private static boolean isId(String text, int digits) {
        boolean allZero = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
            allZero &= c == '0';
        }
        return text.length() == digits && !allZero;
    }
}
