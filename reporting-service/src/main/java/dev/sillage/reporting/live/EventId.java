package dev.sillage.reporting.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which state of a tenant's figures an event told.
 *
 * @param version how many transactions of the database had ended: the same on every replica, and never smaller later
 * @param digest of what the event said, so that the same figures are known again
 */
record EventId(long version, String digest) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([0-9a-f]{16})");

    /** The id that a viewer saw last; null for none, and for a text that we never gave. */
    static @Nullable EventId of(@Nullable String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        return matcher.matches() ? new EventId(Long.parseLong(matcher.group(1)), matcher.group(2)) : null;
    }

    String text() {
        return version + "-" + digest;
    }
}
