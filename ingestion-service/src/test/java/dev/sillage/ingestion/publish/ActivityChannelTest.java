package dev.sillage.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.ingestion.Broker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Broker.class)
class ActivityChannelTest {
    @Inject
    ActivityChannel channel;

    @Test
    void theProducerWaitsForEveryReplicaAndNeverWritesTwice() {
        ProducerConfig config = new ProducerConfig(Map.copyOf(channel.clientConfiguration()));

        assertThat(config.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(config.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
        assertThat(config.getLong(ProducerConfig.MAX_BLOCK_MS_CONFIG)).isLessThanOrEqualTo(1000);
        assertThat(config.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)).isLessThanOrEqualTo(10_000);
    }
}
