package dev.sillage.ingestion.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Reads the values of {@code ce-} headers as the CloudEvents HTTP protocol binding 1.0.2, section 3.1.3.2, says. */
final class AttributeHeader {
    private AttributeHeader() {}

    /**
     * The attribute that a header value stands for: without quotes and their escapes, then percent-decoded once.
     *
     * @return null when the quotes are open, a percent sign has no two hexadecimal digits, a character is neither
     *     printable ASCII nor escaped, or what was escaped is not UTF-8
     */
    static @Nullable String decode(String value) {
        String unquoted = value.startsWith("\"") ? unquote(value) : value;
        return unquoted == null ? null : percentDecode(unquoted);
    }

    private static @Nullable String unquote(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                return i == value.length() - 1 ? text.toString() : null;
            }
            if (c == '\\') {
                i++;
                if (i == value.length()) {
                    return null;
                }
            }
            text.append(value.charAt(i));
        }
        return null;
    }

    private static @Nullable String percentDecode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return null;
            }
            if (c == '%') {
                if (i + 2 >= text.length()) {
                    return null;
                }
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high < 0 || low < 0) {
                    return null;
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
