package dev.sillage.reporting.aggregate;

import dev.sillage.activity.TimeText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells an activity that was sent twice from two activities that were given the same id. */
final class Content {
    /** Of what was stored before there were digests: it is like everything. */
    static final long UNKNOWN = 0;

    private static final String SEPARATOR = "\u001f";

    private Content() {}

    /**
     * 64 bits of what the sender said and nothing of what was computed from it; never {@link #UNKNOWN}. Data that were too
     * large to be kept are left out.
     */
    static long digest(String kind, Instant occurredAt, @Nullable String labels, @Nullable Inputs inputs) {
        String text = kind
                + SEPARATOR
                + TimeText.text(occurredAt)
                + SEPARATOR
                + (labels == null ? "" : labels)
                + SEPARATOR
                + (inputs == null ? "" : inputs.json());
        long digest = ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return digest == UNKNOWN ? 1 : digest;
    }

    /** Whether both can be of one activity. */
    static boolean isSame(long one, long other) {
        return one == other || one == UNKNOWN || other == UNKNOWN;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
