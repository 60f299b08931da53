package dev.sillage.ingestion;

/** Texts of events for tests. */
public final class Events {
    private Events() {}

    /** A valid event on one line. */
    public static String email(String source, String id) {
        return email(source, id, "{\"bytes\":75000,\"recipients\":3}");
    }

    public static String email(String source, String id, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"" + source
                + "\",\"type\":\"dev.sillage.activity.email.v1\",\"time\":\"2026-11-23T09:30:00Z\",\"data\":" + data
                + "}";
    }
}
