package dev.sillage.calculation.read;

import dev.sillage.activity.Activity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The data of one activity event.
 *
 * @param activity what was done, within the limits of its kind
 * @param labels the sender's labels, in the sender's order; empty when there are none
 */
public record ReadActivity(Activity activity, Map<String, String> labels) {

    public ReadActivity {
        labels = labels.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
