package dev.sillage.ingestion.check;

/** Tells texts that can be a URI or IRI reference (RFC 3986 section 4.1, RFC 3987) from those that cannot. */
final class UriReference {
    private static final String NEVER = " \"<>\\^`{|}";

    private UriReference() {}

    /** A scan for characters that no part of a reference may hold; building a URI object costs ten times as much. */
    static boolean isPlausible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (NEVER.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
