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
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the broker, over the same addresses and credentials as the producer, whether the topic can be written. */
@ApplicationScoped
class TopicProbe {
    private static final Logger LOG = Logger.getLogger(TopicProbe.class);

    private final ActivityChannel channel;
    private final BrokerSettings broker;
    private final long timeoutMillis;
    private @Nullable Admin admin;
    private boolean takesLargestRecord;
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
            return led && takesLargestRecord();
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

    /**
     * Whether the topic takes the largest record that the producer sends. Else one large event would be refused again
     * and again, and with it all that were sent in the same request.
     */
    private boolean takesLargestRecord() throws InterruptedException, ExecutionException, TimeoutException {
        if (takesLargestRecord) {
            return true;
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, channel.topic());
        Config settings;
        try {
            settings = admin().describeConfigs(List.of(resource))
                    .all()
                    .get(timeoutMillis, TimeUnit.MILLISECONDS)
                    .get(resource);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                LOG.warnf("The settings of %s may not be read; whether it takes large events is not known", channel);
                takesLargestRecord = true;
                return true;
            }
            throw e;
        }
        long needed = channel.maxRecordBytes();
        ConfigEntry limit = settings == null ? null : settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (limit != null && Long.parseLong(limit.value()) < needed) {
            lastAnswer = "the topic's max.message.bytes is " + limit.value() + ", but events may need " + needed
                    + ": raise it, or lower mp.messaging.outgoing.activities.max.request.size and"
                    + " sillage.ingestion.receive.max-event-bytes";
            return false;
        }
        takesLargestRecord = true;
        return true;
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
