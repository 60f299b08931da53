package dev.sillage.benchmark.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A whole HTTP request whose events differ from one sending to the next only in the digits of their ids, so that making
 * the next one costs the sender next to nothing.
 */
final class Template {
    private static final int DIGITS = 16;
    private static final String PLACE = "@".repeat(DIGITS);

    private final byte[] bytes;
    private final int[] places;
    private final boolean json;

    private Template(byte[] bytes, int[] places, boolean json) {
        this.bytes = bytes;
        this.places = places;
        this.json = json;
    }

    /** What stands for an id in the text of a request. */
    static String place() {
        return PLACE;
    }

    static Template of(String path, String contentType, String authorization, byte[] body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType + "\r\n"
                + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
                + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] bytes = Arrays.copyOf(head.getBytes(US_ASCII), head.length() + body.length);
        System.arraycopy(body, 0, bytes, head.length(), body.length);
        String text = new String(bytes, ISO_8859_1);
        int[] places = new int[events(text)];
        int from = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = text.indexOf(PLACE, from);
            from = places[i] + DIGITS;
        }
        return new Template(bytes, places, contentType.endsWith("json"));
    }

    int events() {
        return places.length;
    }

    /** The bytes of a request of one's own, to be numbered and sent again and again. */
    byte[] copy() {
        return bytes.clone();
    }

    /** Writes consecutive hexadecimal numbers over the ids. */
    void number(byte[] request, long first) {
        for (int i = 0; i < places.length; i++) {
            long number = first + i;
            for (int digit = DIGITS - 1; digit >= 0; digit--) {
                request[places[i] + digit] = (byte) Character.forDigit((int) (number & 0xF), 16);
                number >>>= 4;
            }
        }
    }

    private static int events(String text) {
        int count = 0;
        for (int at = text.indexOf(PLACE); at >= 0; at = text.indexOf(PLACE, at + DIGITS)) {
            count++;
        }
        return count;
    }
}
