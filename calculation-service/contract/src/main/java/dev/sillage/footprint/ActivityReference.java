package dev.sillage.footprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * Which activity a footprint belongs to. The three parts together are unique; the same three parts are the same
 * activity, however often it was sent or computed.
 *
 * @param tenant who sent it
 * @param source CloudEvents {@code source} of the activity
 * @param id CloudEvents {@code id} of the activity
 */
public record ActivityReference(String tenant, String source, String id) {

    /** Cannot occur in any part: the door refuses control characters. */
    private static final char SEPARATOR = '\u001f';

    public ActivityReference {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
    }

    /** The Kafka key, the same as the activity's own, so that both meet on the partition of the same number. */
    public String key() {
        return tenant + SEPARATOR + source + SEPARATOR + id;
    }

    /** 122 bits of the SHA-256 of the three parts: a short key to count each activity once. */
    public UUID digest() {
        return digestOf(key());
    }

    /** The id of this activity's footprint by that method and those factors. */
    public String footprintId(String methodology, String factorSet) {
        return footprintDigest(methodology, factorSet).toString();
    }

    /** The same as 128 bits. */
    public UUID footprintDigest(String methodology, String factorSet) {
        return digestOf(key() + SEPARATOR + methodology + SEPARATOR + factorSet);
    }

    /**
     * Checks that a correction or retraction may be about this activity.
     *
     * @throws IllegalArgumentException when it is of another tenant, or this very activity
     */
    void checkAmendedBy(ActivityReference amendment) {
        if (!amendment.tenant.equals(tenant) || amendment.equals(this)) {
            throw new IllegalArgumentException("a correction or retraction is about another event of its own tenant");
        }
    }

    /** As a UUID of version 8 (RFC 9562, section 5.8: bits of our own choice). */
    private static UUID digestOf(String text) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
