package dev.sillage.footprint;

import java.nio.charset.StandardCharsets;

/** The limits of the activity's data as a calculation keeps them, so that a stored figure can be explained again. */
public final class ActivityData {
    /** At most this much UTF-8 is kept; of a larger activity the figures stand without their inputs. */
    public static final int MAX_BYTES = 8 * 1024;

    /** The warning of a result that was published without its inputs. */
    public static final String NOT_KEPT = "inputs-not-kept";

    private ActivityData() {}

    static void check(String data) {
        if (!data.startsWith("{") || !data.endsWith("}")) {
            throw new IllegalArgumentException("the data of an activity are a JSON object without space around it");
        }
        // A character takes three bytes at most, so that most data need not be encoded to be measured.
        if (data.length() > MAX_BYTES / 3 && data.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("the data of an activity are at most " + MAX_BYTES + " bytes");
        }
    }
}
