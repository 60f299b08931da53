package dev.sillage.ingestion.publish;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sampled trace that a request belongs to, as W3C Trace Context level 1 writes it. It travels with every activity of
 * the request; requests that are not sampled carry nothing, so that tracing costs only what it shows.
 *
 * @param parent value of {@code traceparent}
 * @param state value of {@code tracestate}, if any
 */
public record TraceContext(String parent, @Nullable String state) {
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Section 3.3.1.5: at least that much is to be carried on; what is longer or no plain text is left out. */
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]{1,512}");

    private static final int SAMPLED = 1;
    private static final int HEX = 16;
    private static final int FLAGS_AT = 53;

    /** The trace that these headers name, or null when they name none, a malformed one, or one that is not sampled. */
    public static @Nullable TraceContext of(@Nullable String parent, @Nullable String state) {
        if (parent == null || !PARENT.matcher(parent).matches() || !isSampled(parent)) {
            return null;
        }
        return new TraceContext(parent, state != null && STATE.matcher(state).matches() ? state : null);
    }

    private static boolean isSampled(String parent) {
        return (Integer.parseInt(parent, FLAGS_AT, parent.length(), HEX) & SAMPLED) != 0;
    }
}
