package dev.sillage.calculation.read;

import dev.sillage.activity.ActivityKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An activity as the book of record tells it; its data are not looked at yet.
 *
 * @param source CloudEvents {@code source}
 * @param id CloudEvents {@code id}
 * @param kind its kind
 * @param time when it ended
 * @param acceptedAt when ingestion took it
 * @param subject pseudonym of the person or device, when there is one
 * @param warnings codes of what ingestion had to assume
 * @param labels the sender's labels
 * @param data bytes of its data, labels left out
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes, never compared
public record ReadLine(
        String source,
        String id,
        ActivityKind kind,
        Instant time,
        Instant acceptedAt,
        @Nullable String subject,
        List<String> warnings,
        Map<String, String> labels,
        byte[] data) {}
