package dev.sillage.calculation.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object that holds the data of an activity in one of its members, and what stands around them.
 *
 * @param texts members that are texts, by name
 * @param words the member that is a list of words; empty when there is none
 * @param labels beside the data
 * @param data the bytes of the data
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes, never compared
record Envelope(Map<String, String> texts, List<String> words, Map<String, String> labels, byte[] data) {

    /** A text that is required. */
    String text(String member) {
        return Objects.requireNonNull(texts.get(member), member);
    }

    /** A text that may be absent. */
    @Nullable
    String optional(String member) {
        return texts.get(member);
    }
}
