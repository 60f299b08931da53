package dev.sillage.ingestion.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sillage.activity.AcceptedCount;
import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.Incarnation;
import dev.sillage.ingestion.account.CountLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jboss.logging.Logger;

/** Tells counts on {@code sillage.accepted}, by the producer of activities: acknowledged by all replicas, idempotent. */
@ApplicationScoped
class AcceptedLog implements CountLog {
    private static final Logger LOG = Logger.getLogger(AcceptedLog.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final JsonFactory JSON = new JsonFactory();

    private final ActivityChannel channel;

    AcceptedLog(ActivityChannel channel) {
        this.channel = channel;
    }

    @Override
    public boolean tell(List<AcceptedCount> counts) {
        return areDurable(counts.stream()
                .map(count -> record(count.key(), AcceptedTopic.TYPE_COUNT, json -> {
                    json.writeStringField("incarnation", count.incarnation());
                    json.writeNumberField("number", count.number());
                    json.writeStringField("tenant", count.tenant());
                    json.writeStringField("hour", count.hour().toString());
                    json.writeNumberField("accepted", count.accepted());
                    json.writeNumberField("refused", count.refused());
                    json.writeNumberField("uncertain", count.uncertain());
                    json.writeBooleanField("complete", count.complete());
                }))
                .toList());
    }

    @Override
    public boolean tell(Incarnation incarnation) {
        return areDurable(List.of(record(incarnation.id(), AcceptedTopic.TYPE_INCARNATION, json -> {
            json.writeStringField("id", incarnation.id());
            json.writeStringField("startedAt", incarnation.startedAt().toString());
            json.writeStringField("seenAt", incarnation.seenAt().toString());
            json.writeStringField("state", incarnation.state().wireName());
        })));
    }

    private boolean areDurable(List<ProducerRecord<byte[], byte[]>> records) {
        Delivery delivery = new Delivery(records.size());
        try {
            for (ProducerRecord<byte[], byte[]> record : records) {
                // After the first failure each further record could wait as long as that one did.
                if (delivery.hasFailed()) {
                    break;
                }
                Future<RecordMetadata> unused = channel.producer().send(record, delivery);
            }
            delivery.done().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debugf("%s does not take counts: %s", AcceptedTopic.NAME, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String key, String type, Members members) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(value)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProducerRecord<>(
                AcceptedTopic.NAME,
                null,
                key.getBytes(UTF_8),
                value.toByteArray(),
                List.of(
                        new RecordHeader(ActivityTopic.HEADER_CONTENT_TYPE, ActivityTopic.CONTENT_TYPE.getBytes(UTF_8)),
                        new RecordHeader(AcceptedTopic.HEADER_TYPE, type.getBytes(UTF_8))));
    }

    @FunctionalInterface
    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }
}
