package dev.sillage.ingestion.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.activity.Labels;
import dev.sillage.ingestion.check.Slice;
import dev.sillage.ingestion.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a response as the CloudEvent that a careful sender would have written, so that the same check reads it. */
final class UsageEvent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "list";

    /** Anthropic names regions in its own way; of those that are one country of ours there is this. */
    private static final Map<String, String> ZONES = Map.of("us", "USA");

    private final Api api;
    private final Parameters parameters;
    private final Instant now;

    UsageEvent(Api api, Parameters parameters, Instant now) {
        this.api = api;
        this.parameters = parameters;
        this.now = now;
    }

    /** The event, or null when the response does not hold what is needed; it then knows why. */
    @Nullable
    Slice of(ApiResponse response) {
        if (!response.findings().isEmpty()) {
            return null;
        }
        String id = either(response.text(Part.ID), parameters.id());
        if (id == null) {
            response.refuse(
                    ProblemType.MISSING_MEMBER,
                    "The response has no id. Send it alone with one in the parameter id.",
                    "id");
        }
        if (!response.has(Part.INPUT) && !response.has(Part.OUTPUT)) {
            response.refuse(
                    ProblemType.MISSING_MEMBER,
                    "The response tells no tokens.",
                    api == Api.GOOGLE ? "usageMetadata" : "usage");
        }
        if (!response.findings().isEmpty()) {
            return null;
        }
        List<ActivityWarning> warnings = new ArrayList<>(0);
        ActivityKind kind = kind(response);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", ActivityTopic.SPEC_VERSION);
        event.put("id", id);
        event.put("source", api.source());
        event.put("type", kind.type());
        event.put("time", time(response, warnings));
        Map<String, Object> data = data(response, kind, warnings);
        if (!warnings.isEmpty()) {
            event.put("warnings", ActivityWarning.write(warnings));
        }
        event.put("data", data);
        try {
            byte[] bytes = JSON.writeValueAsBytes(event);
            return new Slice(bytes, 0, bytes.length);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    private ActivityKind kind(ApiResponse response) {
        if (response.has(Part.OUTPUT)) {
            // Of the calls that answer with a list of results, images have no kind of object.
            boolean images = response.has(Part.RESULTS) && response.text(Part.OBJECT) == null;
            return images ? ActivityKind.IMAGE_GENERATION : ActivityKind.LLM_INFERENCE;
        }
        return LIST.equals(response.text(Part.OBJECT)) ? ActivityKind.EMBEDDING : ActivityKind.LLM_INFERENCE;
    }

    private String time(ApiResponse response, List<ActivityWarning> warnings) {
        Long seconds = response.count(Part.TIME);
        if (seconds != null) {
            try {
                return Instant.ofEpochSecond(seconds).toString();
            } catch (DateTimeException e) {
                return seconds.toString(); // which the check refuses
            }
        }
        String told = either(response.text(Part.TIME), parameters.time());
        if (told == null) {
            warnings.add(ActivityWarning.TIME_ASSUMED);
            return now.toString();
        }
        return told;
    }

    private Map<String, Object> data(ApiResponse response, ActivityKind kind, List<ActivityWarning> warnings) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("provider", api.provider());
        String model = either(response.text(Part.MODEL), parameters.model());
        if (model == null) {
            warnings.add(ActivityWarning.MODEL_MISSING);
        } else {
            data.put("model", model);
        }
        if (kind == ActivityKind.IMAGE_GENERATION) {
            data.put("images", response.orZero(Part.RESULTS));
        }
        data.put("inputTokens", input(response));
        if (!response.has(Part.INPUT)) {
            warnings.add(ActivityWarning.INPUT_TOKENS_MISSING);
        }
        if (kind != ActivityKind.EMBEDDING) {
            data.put("outputTokens", plus(response.orZero(Part.OUTPUT), response.orZero(Part.FURTHER_OUTPUT)));
            if (!response.has(Part.OUTPUT)) {
                warnings.add(ActivityWarning.OUTPUT_TOKENS_MISSING);
            }
        }
        if (kind == ActivityKind.LLM_INFERENCE) {
            count(data, "cachedInputTokens", response.count(Part.CACHE_READ));
            count(data, "cacheCreationInputTokens", response.count(Part.CACHE_CREATION));
            count(data, "reasoningTokens", response.count(Part.REASONING));
            count(data, "imageInputTokens", response.count(Part.IMAGE_INPUT));
            count(data, "audioInputTokens", response.count(Part.AUDIO_INPUT));
            count(data, "audioOutputTokens", response.count(Part.AUDIO_OUTPUT));
        }
        String zone = ZONES.get(either(response.text(Part.PLACE), ""));
        if (zone != null) {
            data.put("zone", zone);
        }
        if (!parameters.labels().isEmpty()) {
            data.put(Labels.MEMBER, parameters.labels());
        }
        return data;
    }

    private long input(ApiResponse response) {
        long input = plus(response.orZero(Part.INPUT), response.orZero(Part.FURTHER_INPUT));
        return api.inputExcludesCached()
                ? plus(plus(input, response.orZero(Part.CACHE_READ)), response.orZero(Part.CACHE_CREATION))
                : input;
    }

    /** A sum beyond 64 bits stays out of every range. */
    private static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static void count(Map<String, Object> data, String member, @Nullable Long count) {
        if (count != null) {
            data.put(member, count);
        }
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
