package dev.sillage.ingestion.otlp;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One or several calls to a model, ready to be written as an event.
 *
 * @param id CloudEvents {@code id}
 * @param kind LLM inference, embedding or image generation
 * @param time when the span ended
 * @param provider under the name of {@link Providers}, else as the sender wrote it
 * @param model the one that answered, else the one that was asked for
 * @param requestModel the one that was asked for
 * @param usage at least one count of input or output, except for images
 * @param images how many were made, for image generation
 * @param requestCount how many calls, when they are several; null when not told
 * @param durationSeconds above zero; the mean of several
 * @param labels from the resource
 * @param warnings what had to be assumed
 */
public record ModelCall(
        String id,
        ActivityKind kind,
        Instant time,
        String provider,
        @Nullable String model,
        @Nullable String requestModel,
        Usage usage,
        long images,
        @Nullable Long requestCount,
        @Nullable BigDecimal durationSeconds,
        Map<String, String> labels,
        List<ActivityWarning> warnings) {}
