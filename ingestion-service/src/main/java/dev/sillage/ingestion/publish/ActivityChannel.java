package dev.sillage.ingestion.publish;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/**
 * The Kafka producer of the channel {@code activities}. The connector configures, opens and closes it; records go to
 * the client directly, because the connector's chain of messages costs two to three times the sending itself.
 */
@ApplicationScoped
class ActivityChannel {
    private static final String CHANNEL = "activities";

    private final KafkaClientService clients;
    private final String topic;

    /** The emitter is never used: asking for it is what makes the connector open the channel. */
    ActivityChannel(
            @Channel(CHANNEL) Emitter<byte[]> opener,
            KafkaClientService clients,
            @ConfigProperty(name = "mp.messaging.outgoing.activities.topic") String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    Producer<byte[], byte[]> producer() {
        return clients.<byte[], byte[]>getProducer(CHANNEL).unwrap();
    }

    /** Bytes of the largest record that the producer sends. */
    long maxRecordBytes() {
        return Long.parseLong(String.valueOf(clientConfiguration().get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)));
    }

    @Override
    public String toString() {
        return topic;
    }

    /** The settings that the producer was opened with. */
    Map<String, ?> clientConfiguration() {
        return clients.getProducer(CHANNEL).configuration();
    }
}
