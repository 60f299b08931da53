package dev.sillage.ingestion.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.access.Tenant;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.ObservationTopic;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Writes observations; all of one service of one tenant have the same key, so that one owner sees them in order. */
final class ObservationRecords {
    private ObservationRecords() {}

    static ProducerRecord<byte[], byte[]> of(Tenant tenant, Observed observed, Instant acceptedAt) {
        byte[] key = (tenant.name() + '\n' + observed.service()).getBytes(UTF_8);
        byte[] value = observed instanceof Observed.Metrics metrics ? metrics.observation() : null;
        return new ProducerRecord<>(
                ObservationTopic.NAME,
                null,
                key,
                value,
                List.of(
                        new RecordHeader(
                                ActivityTopic.HEADER_TENANT, tenant.name().getBytes(UTF_8)),
                        new RecordHeader(
                                ActivityTopic.HEADER_ACCEPTED_AT,
                                acceptedAt.toString().getBytes(UTF_8))));
    }
}
