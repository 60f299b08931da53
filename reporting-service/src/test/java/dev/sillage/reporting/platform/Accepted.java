package dev.sillage.reporting.platform;

import dev.sillage.activity.AcceptedCount;
import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.Incarnation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What ingestion tells that it accepted. */
public final class Accepted {
    private Accepted() {}

    /** The record of a count without refused and uncertain events, that is complete. */
    public static ProducerRecord<byte[], byte[]> count(String incarnation, String tenant, Instant hour, long accepted) {
        return count(new AcceptedCount(incarnation, 0, tenant, hour, accepted, 0, 0, true));
    }

    /** The record of a count. */
    public static ProducerRecord<byte[], byte[]> count(AcceptedCount count) {
        return record(
                count.key(),
                AcceptedTopic.TYPE_COUNT,
                "{\"incarnation\":\"" + count.incarnation() + "\",\"number\":" + count.number() + ",\"tenant\":\""
                        + count.tenant() + "\",\"hour\":\"" + count.hour() + "\",\"accepted\":" + count.accepted()
                        + ",\"refused\":" + count.refused() + ",\"uncertain\":" + count.uncertain()
                        + ",\"complete\":" + count.complete() + "}");
    }

    /** The record of how it is with the counts of a replica. */
    public static ProducerRecord<byte[], byte[]> incarnation(Incarnation incarnation) {
        return record(
                incarnation.id(),
                AcceptedTopic.TYPE_INCARNATION,
                "{\"id\":\"" + incarnation.id() + "\",\"startedAt\":\"" + incarnation.startedAt() + "\",\"seenAt\":\""
                        + incarnation.seenAt() + "\",\"state\":\""
                        + incarnation.state().wireName() + "\"}");
    }

    /** A record of that topic, whatever it says. */
    public static ProducerRecord<byte[], byte[]> record(String key, String type, String value) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                AcceptedTopic.NAME, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
        record.headers().add(AcceptedTopic.HEADER_TYPE, type.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
