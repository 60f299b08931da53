package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Methodology;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one item asks for.
 *
 * @param kind of the activity
 * @param data of the activity, not yet checked: every {@code with} may change them
 * @param time when, if the caller says
 * @param methodologies by which it is computed; the first one gives the answer, the others stand beside it
 * @param with what is different from the data and the factors
 * @param scenarios what else could be different, each by itself
 */
record EstimateRequest(
        ActivityKind kind,
        ObjectNode data,
        @Nullable Instant time,
        List<Methodology> methodologies,
        With with,
        List<Scenario> scenarios) {

    /** A {@code with} that has a name. */
    record Scenario(String name, With with) {}
}
