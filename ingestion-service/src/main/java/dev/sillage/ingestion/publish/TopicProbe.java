package dev.sillage.ingestion.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Asks the broker, over the same addresses and credentials as the producer, whether the topic can be written. */
@ApplicationScoped
class TopicProbe {
    private final ActivityChannel channel;
    private final BrokerSettings broker;
    private final long timeoutMillis;
    private @Nullable Admin admin;
    private volatile String lastAnswer = "not asked yet";

    TopicProbe(ActivityChannel channel, BrokerSettings broker, PublishConfig config) {
        this.channel = channel;
        this.broker = broker;
        this.timeoutMillis = config.watchTimeout().toMillis();
    }

    /** Whether the topic exists and each of its partitions has a leader; false when nobody answers in time. */
    synchronized boolean isWritable() {
        try {
            TopicDescription topic = admin().describeTopics(List.of(channel.topic()))
                    .allTopicNames()
                    .get(timeoutMillis, TimeUnit.MILLISECONDS)
                    .get(channel.topic());
            boolean led = topic != null
                    && topic.partitions().stream()
                            .allMatch(partition -> partition.leader() != null
                                    && !partition.leader().isEmpty());
            lastAnswer = led ? "every partition has a leader" : "a partition has no leader";
            return led;
        } catch (ExecutionException e) {
            lastAnswer = String.valueOf(e.getMessage());
            return false;
        } catch (TimeoutException e) {
            lastAnswer = "no answer within " + timeoutMillis + " ms";
            return false;
        } catch (KafkaException e) {
            // For example an address that nobody resolves; it may be resolved the next time.
            lastAnswer = String.valueOf(e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofMillis(timeoutMillis));
        }
    }

    private Admin admin() {
        if (admin == null) {
            Map<String, Object> config = broker.of(AdminClientConfig.configNames());
            config.put(AdminClientConfig.CLIENT_ID_CONFIG, "sillage-ingestion-watch");
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeoutMillis);
            config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeoutMillis);
            config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, (int) timeoutMillis / 2);
            admin = Admin.create(config);
        }
        return admin;
    }

    @Override
    public String toString() {
        return channel.topic() + ": " + lastAnswer;
    }
}
