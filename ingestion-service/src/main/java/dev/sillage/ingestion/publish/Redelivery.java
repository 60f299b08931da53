package dev.sillage.ingestion.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.ingestion.account.Account;
import dev.sillage.ingestion.account.HourCount;
import dev.sillage.ingestion.problem.RequestRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Sends records once more that were durable before. */
@ApplicationScoped
public class Redelivery {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ActivityChannel channel;
    private final Publisher publisher;
    private final Account account;

    Redelivery(ActivityChannel channel, Publisher publisher, Account account) {
        this.channel = channel;
        this.publisher = publisher;
        this.account = account;
    }

    /**
     * Returns when all are durable. Blocks.
     *
     * @throws RequestRefusedException when not all of them are known to be; sending all again does no harm
     */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        publisher.requireBroker();
        Delivery delivery = new Delivery(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            if (delivery.hasFailed()) {
                break;
            }
            send(record, delivery);
        }
        Uni.createFrom()
                .completionStage(delivery.done())
                .onFailure()
                .transform(Publisher::refused)
                .await()
                .atMost(LIMIT);
    }

    /** An activity is accepted once more then, in the hour in which it was accepted first: its record says that hour. */
    private void send(ProducerRecord<byte[], byte[]> record, Delivery delivery) {
        String tenant = header(record, ActivityTopic.HEADER_TENANT);
        Instant acceptedAt = acceptedAt(record);
        if (tenant != null && acceptedAt != null && record.topic().equals(channel.topic())) {
            try (HourCount count = account.hold(tenant, acceptedAt)) {
                new CountedDelivery(count, delivery).send(channel.producer(), record);
            }
        } else {
            Future<RecordMetadata> unused = channel.producer().send(record, delivery);
        }
    }

    private static @Nullable Instant acceptedAt(ProducerRecord<byte[], byte[]> record) {
        String text = header(record, ActivityTopic.HEADER_ACCEPTED_AT);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String header(ProducerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
