package dev.sillage.ingestion.check;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Finds what is not strict UTF-8 text. The JSON parser is more lenient (over-long forms, surrogates) and takes NUL
 * bytes for another encoding; what it lets pass would reach consumers that are not.
 */
public final class Utf8 {
    private Utf8() {}

    /** Index into {@code slice.bytes()} of the first byte that cannot be JSON text in UTF-8, or -1. */
    public static int firstInvalid(Slice slice) {
        byte[] bytes = slice.bytes();
        int end = slice.offset() + slice.length();
        for (int i = slice.offset(); i < end; i++) {
            if (bytes[i] <= 0) {
                return bytes[i] == 0 ? i : firstInvalidFrom(bytes, i, end);
            }
        }
        return -1;
    }

    private static int firstInvalidFrom(byte[] bytes, int start, int end) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start);
        CharBuffer out = CharBuffer.allocate(1024);
        while (true) {
            CoderResult result = strict.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            out.flip();
            for (int i = 0; i < out.length(); i++) {
                if (out.charAt(i) == 0) {
                    return in.position();
                }
            }
            out.clear();
            if (result.isUnderflow()) {
                return -1;
            }
        }
    }
}
