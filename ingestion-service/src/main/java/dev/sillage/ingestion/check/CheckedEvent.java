package dev.sillage.ingestion.check;

import dev.sillage.activity.ActivityKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that keeps every rule of the contract.
 *
 * @param source CloudEvents {@code source}
 * @param id CloudEvents {@code id}
 * @param kind what its {@code type} says
 * @param time when the activity ended
 * @param subject pseudonym of a user or device, when given
 * @param dataSchema the CloudEvents schema attribute, when given
 * @param extensions in the sender's order
 * @param data the bytes of the sender's {@code data}, unchanged
 * @param meant the other event that a correction or retraction is about, else null
 */
public record CheckedEvent(
        String source,
        String id,
        ActivityKind kind,
        Instant time,
        @Nullable String subject,
        @Nullable String dataSchema,
        List<Extension> extensions,
        Slice data,
        @Nullable Meant meant) {}
