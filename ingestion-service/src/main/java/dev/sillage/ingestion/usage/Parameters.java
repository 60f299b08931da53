package dev.sillage.ingestion.usage;

import dev.sillage.ingestion.receive.LabelParameters;
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
     * @throws dev.sillage.ingestion.problem.RequestRefusedException when a label has another form
     */
    static Parameters of(@Nullable String id, @Nullable String model, @Nullable String time, List<String> labels) {
        return new Parameters(id, model, time, LabelParameters.of(labels));
    }
}
