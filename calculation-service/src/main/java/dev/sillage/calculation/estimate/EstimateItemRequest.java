package dev.sillage.calculation.estimate;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one item of a request holds; only for the API description, since {@link EstimateRequestReader} reads it.
 *
 * @param kind wire name of the kind
 * @param type CloudEvents type, instead of the kind
 * @param data the data of the activity
 * @param time when it happened or would
 * @param methodology id of the method
 * @param methodologies ids of several methods
 * @param with what is different
 * @param scenarios what else could be different
 */
@Schema(name = "EstimateRequest")
record EstimateItemRequest(
        @Schema(description = "Kind of activity", examples = "llm-inference") @Nullable
        String kind,

        @Schema(description = "CloudEvents type, instead of kind", examples = "dev.sillage.activity.llm-inference.v1")
        @Nullable
        String type,

        @Schema(description = "The data of the activity, as in an event of that kind", required = true)
        Map<String, Object> data,

        @Schema(description = "When it happened or would, RFC 3339; absent means now") @Nullable
        String time,

        @Schema(description = "Id of a methodology; absent means the default of the kind") @Nullable
        String methodology,

        @Schema(description = "Ids of up to 10 methodologies; the first answers, the others stand beside it") @Nullable
        List<String> methodologies,

        @Schema(
                description = "What is different: members of the data (null takes one away), time, and under factors"
                        + " numbers or {central, low, high, unit} by key or key/zone")
        @Nullable
        Map<String, Object> with,

        @Schema(description = "Up to 20 scenarios, each over the item and its with") @Nullable
        List<ScenarioRequest> scenarios) {

    /**
     * A scenario.
     *
     * @param name as the answer names it
     * @param with what is different
     */
    record ScenarioRequest(String name, Map<String, Object> with) {}
}
