package dev.sillage.calculation.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The first 12 hexadecimal digits of the SHA-256 of some contents, the same on every replica. */
final class Digest {
    private static final int DIGITS = 12;

    private Digest() {}

    static String of(String text) {
        return of(List.of(text));
    }

    static String of(List<?> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(content -> digest.update((content + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
