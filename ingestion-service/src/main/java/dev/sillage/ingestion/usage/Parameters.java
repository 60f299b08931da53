package dev.sillage.ingestion.usage;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the query says of responses that do not say it themselves.
 *
 * @param id of the only response
 * @param model that answered
 * @param time when it was answered, RFC 3339
 * @param labels of all responses
 */
record Parameters(
        @Nullable String id,
        @Nullable String model,
        @Nullable String time,
        Map<String, String> labels) {

    /**
     * @param labels each as {@code name:value}
     * @throws RequestRefusedException when a label has another form
     */
    static Parameters of(@Nullable String id, @Nullable String model, @Nullable String time, List<String> labels) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String label : labels) {
            int colon = label.indexOf(':');
            if (colon <= 0 || byName.put(label.substring(0, colon), label.substring(colon + 1)) != null) {
                throw new RequestRefusedException(
                        ProblemType.INVALID_LABELS,
                        "A parameter label is not of the form name:value, or occurs twice.");
            }
        }
        return new Parameters(id, model, time, byName);
    }
}
