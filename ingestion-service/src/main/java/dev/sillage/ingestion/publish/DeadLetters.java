package dev.sillage.ingestion.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.activity.ActivityTopic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sets aside, unchanged, what this service accepted but cannot bring on its way. */
@ApplicationScoped
public class DeadLetters {
    private final ActivityChannel channel;

    DeadLetters(ActivityChannel channel) {
        this.channel = channel;
    }

    /**
     * Done when the letter is durable.
     *
     * @param reason a code
     * @param detail what is wrong
     */
    public Uni<Void> add(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(ActivityTopic.DEAD_LETTERS, null, record.key(), record.value(), record.headers());
        String origin = record.topic() + '/' + record.partition() + '/' + record.offset();
        letter.headers()
                .add(ActivityTopic.HEADER_REASON, reason.getBytes(UTF_8))
                .add(ActivityTopic.HEADER_DETAIL, detail.getBytes(UTF_8))
                .add(ActivityTopic.HEADER_ORIGIN, origin.getBytes(UTF_8));
        Delivery delivery = new Delivery(1);
        Future<RecordMetadata> unused = channel.producer().send(letter, delivery);
        return Uni.createFrom().completionStage(delivery.done());
    }
}
