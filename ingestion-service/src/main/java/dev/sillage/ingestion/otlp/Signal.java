package dev.sillage.ingestion.otlp;

/** The signals of OpenTelemetry that are taken. */
enum Signal {
    TRACES("Span", "rejectedSpans"),
    METRICS("Data point", "rejectedDataPoints"),
    LOGS("Log record", "rejectedLogRecords");

    private final String item;
    private final String rejectedMember;

    Signal(String item, String rejectedMember) {
        this.item = item;
        this.rejectedMember = rejectedMember;
    }

    /** What a sentence calls one of them, at its beginning. */
    String item() {
        return item;
    }

    /** Member of the partial success that counts what was refused; in protobuf it is field 1 of all three. */
    String rejectedMember() {
        return rejectedMember;
    }
}
