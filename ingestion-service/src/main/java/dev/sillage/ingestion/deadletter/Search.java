package dev.sillage.ingestion.deadletter;

import dev.sillage.access.Tenant;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant; always those of one tenant.
 *
 * @param reason null for any
 * @param from set aside at or after; null for any time
 * @param to set aside before; null for any time
 */
record Search(
        Tenant tenant,
        Stage stage,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to) {
    boolean matches(ConsumerRecord<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        return tenant.name().equals(Letter.header(record.headers(), ActivityTopic.HEADER_TENANT))
                && (reason == null || reason.equals(Letter.header(record.headers(), ActivityTopic.HEADER_REASON)))
                && (from == null || !at.isBefore(from))
                && (to == null || at.isBefore(to));
    }

    /**
     * The time in a parameter; null for none.
     *
     * @throws RequestRefusedException when it is no time
     */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new RequestRefusedException(ProblemType.INVALID_TIME, "The parameter from or to is no time.");
        }
    }
}
