package dev.sillage.ingestion.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.activity.ActivityTopic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One record that was set aside, as answers show it.
 *
 * @param id names it in this interface
 * @param reason a code
 * @param detail what was wrong
 * @param setAsideAt when
 * @param origin topic/partition/offset of the record that was set aside
 * @param source CloudEvents source of the activity
 * @param eventId CloudEvents id of the activity
 * @param type CloudEvents type of the activity
 * @param time when the activity ended
 * @param bytes size of its data; null when they were too large to be kept
 * @param redrivable whether it can be sent again
 */
@Schema(description = "Something that was accepted but set aside on the way")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Letter(
        String id,
        String stage,
        String reason,
        String detail,
        Instant setAsideAt,
        @Nullable String origin,
        @Nullable String source,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable String time,
        @Nullable Integer bytes,
        boolean redrivable) {

    static Letter of(Stage stage, ConsumerRecord<byte[], byte[]> record) {
        String reason = header(record.headers(), ActivityTopic.HEADER_REASON);
        String detail = header(record.headers(), ActivityTopic.HEADER_DETAIL);
        return new Letter(
                new LetterId(stage, record.partition(), record.offset()).toString(),
                stage.word(),
                reason == null ? "unspecified" : reason,
                detail == null ? "The letter does not say why." : detail,
                Instant.ofEpochMilli(record.timestamp()),
                header(record.headers(), ActivityTopic.HEADER_ORIGIN),
                header(record.headers(), ActivityTopic.HEADER_SOURCE),
                header(record.headers(), ActivityTopic.HEADER_ID),
                header(record.headers(), ActivityTopic.HEADER_TYPE),
                header(record.headers(), ActivityTopic.HEADER_TIME),
                record.value() == null ? null : Integer.valueOf(record.value().length),
                Redrive.isPossible(record));
    }

    static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
