package dev.sillage.ingestion;

/** Texts of events for tests. */
public final class Events {
    private Events() {}

    /** A valid event on one line. */
    public static String email(String source, String id) {
        return email(source, id, "{\"bytes\":75000,\"recipients\":3}");
    }

    public static String email(String source, String id, String data) {
        return event("email", source, id, data);
    }

    /** Of an event of the same source. */
    public static String correction(String source, String id, String meant) {
        return event(
                "correction",
                source,
                id,
                "{\"correctedSource\":\"" + source + "\",\"correctedId\":\"" + meant
                        + "\",\"correctedKind\":\"email\",\"replacement\":{\"bytes\":1}}");
    }

    /** Of an event of the same source. */
    public static String retraction(String source, String id, String meant) {
        return event(
                "retraction", source, id, "{\"retractedSource\":\"" + source + "\",\"retractedId\":\"" + meant + "\"}");
    }

    private static String event(String kind, String source, String id, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"" + source
                + "\",\"type\":\"dev.sillage.activity." + kind + ".v1\",\"time\":\"2026-11-23T09:30:00Z\",\"data\":"
                + data
                + "}";
    }
}
