package dev.sillage.ingestion.publish;

import dev.sillage.ingestion.problem.RequestRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends records once more that were durable before. */
@ApplicationScoped
public class Redelivery {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ActivityChannel channel;
    private final Publisher publisher;

    Redelivery(ActivityChannel channel, Publisher publisher) {
        this.channel = channel;
        this.publisher = publisher;
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
            Future<RecordMetadata> unused = channel.producer().send(record, delivery);
        }
        Uni.createFrom()
                .completionStage(delivery.done())
                .onFailure()
                .transform(Publisher::refused)
                .await()
                .atMost(LIMIT);
    }
}
