package dev.sillage.ingestion.check;

/** Builds RFC 6901 JSON pointers. */
final class Pointer {
    /** Names are the sender's text: enough to find the member, not enough to carry content back. */
    private static final int MAX_NAME_LENGTH = 100;

    private Pointer() {}

    static String to(String parent, String name) {
        String shown = name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + "…";
        return parent + "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
