package dev.sillage.calculation.model.ai;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an activity counts as told: a zero where something must have been is as good as nothing. */
final class Telling {

    private Telling() {}

    /** The value, or null with a warning when it is zero. */
    static @Nullable Double positive(@Nullable Double value, String name, List<String> warnings) {
        if (value != null && value <= 0) {
            warnings.add("contradictory:" + name);
            return null;
        }
        return value;
    }
}
