package dev.sillage.reporting.intake;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Text of others, made safe to store: bounded, no control characters, valid Unicode. */
public final class BoundedText {
    private static final int REPLACEMENT = 0xFFFD;

    private BoundedText() {}

    /** The text with at most so many characters; what PostgreSQL or a reader could stumble over is replaced. */
    public static String of(String text, int maxLength) {
        if (text.length() <= maxLength && isClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), maxLength));
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int safe = isUnsafe(codePoint) ? REPLACEMENT : codePoint;
            if (clean.length() + Character.charCount(safe) > maxLength) {
                break;
            }
            clean.appendCodePoint(safe);
            i += Character.charCount(codePoint);
        }
        return clean.toString();
    }

    /** Whether nothing would have to be replaced. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                int codePoint = text.codePointAt(i);
                if (isUnsafe(codePoint)) {
                    return false;
                }
                i += Character.charCount(codePoint) - 1;
            }
        }
        return true;
    }

    /** The last header of that name as bounded text, or null when there is none. */
    public static @Nullable String ofHeader(Headers headers, String name, int maxLength) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : of(new String(header.value(), StandardCharsets.UTF_8), maxLength);
    }

    private static boolean isUnsafe(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
