package dev.sillage.calculation.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of an activity, before anybody looked at them.
 *
 * @param data JSON in UTF-8, null when there is nothing
 * @param labels that stand beside the data; null when they stand in them
 * @param member the member of the whole that the data are in; empty when they are the whole
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes, never compared
public record Given(byte @Nullable [] data, @Nullable Map<String, String> labels, String member) {

    /** The data of an event, labels among them. */
    public static Given whole(byte @Nullable [] data) {
        return new Given(data, null, "");
    }

    /** Data that stand in a member of something that has the labels. */
    public static Given within(String member, byte[] data, Map<String, String> labels) {
        return new Given(data, labels, member);
    }
}
