package dev.sillage.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its owner has it: {@code sil_<prefix>_<secret>}. It exists in this form once, when it is made; what is kept is its
 * prefix and its hash. One round of SHA-256 is enough for a secret of 256 random bits: there is nothing to guess.
 *
 * @param prefix eight characters that name the key and may be told
 * @param secret 43 characters that must not
 */
public record ApiKey(String prefix, String secret) {
    static final Pattern PREFIX = Pattern.compile("[a-z2-7]{8}");

    private static final Pattern TEXT = Pattern.compile("sil_([a-z2-7]{8})_([A-Za-z0-9_-]{43})");
    private static final String PREFIX_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int PREFIX_LENGTH = 8;
    private static final int SECRET_BYTES = 32;

    static ApiKey generate(SecureRandom random) {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < PREFIX_LENGTH; i++) {
            prefix.append(PREFIX_ALPHABET.charAt(random.nextInt(PREFIX_ALPHABET.length())));
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new ApiKey(
                prefix.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** The key in that text, or empty when it has another form. */
    static Optional<ApiKey> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** What its owner is shown, once. */
    String text() {
        return "sil_" + prefix + "_" + secret;
    }

    /** SHA-256 of the whole text. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text().getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "sil_" + prefix + "_…";
    }
}
