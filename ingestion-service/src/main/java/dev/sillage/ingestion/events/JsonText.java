package dev.sillage.ingestion.events;

/** The little that has to be known of JSON to find where an event begins. */
final class JsonText {
    private JsonText() {}

    /** The first index after a UTF-8 byte order mark, which RFC 8259 lets a reader ignore. */
    static int start(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /** The first index from {@code from} on that is not JSON white space. */
    static int skipWhiteSpace(byte[] text, int from) {
        int i = from;
        while (i < text.length && isWhiteSpace(text[i])) {
            i++;
        }
        return i;
    }

    static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
