package dev.sillage.reporting.reconcile;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintTopic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How many records each topic ever had: the sum of the ends of its partitions. That counts records because nothing
 * writes these topics in transactions, whose markers would take offsets too.
 */
@ApplicationScoped
class TopicEnds {
    private static final Logger LOG = Logger.getLogger(TopicEnds.class);
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final List<String> TOPICS =
            List.of(ActivityTopic.NAME, FootprintTopic.NAME, AvoidanceTopic.NAME, FootprintTopic.DEAD_LETTERS);

    private final Map<String, Object> configuration;
    private final Object lock = new Object();
    private volatile boolean closed;

    @SuppressWarnings("NullAway.Init") // Made at the first use: the service starts without a broker.
    private Admin admin;

    TopicEnds(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        configuration = new HashMap<>();
        broker.forEach((key, value) -> {
            if (AdminClientConfig.configNames().contains(key)) {
                configuration.put(key, value);
            }
        });
        configuration.put(AdminClientConfig.CLIENT_ID_CONFIG, "sillage-reporting-reconciliation");
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
    }

    /**
     * The end of each partition of the topics of activities, footprints, avoidances and dead letters.
     *
     * @throws BrokerException when the broker does not tell
     */
    Map<TopicPartition, Long> read() throws BrokerException {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (TopicDescription topic : admin().describeTopics(TOPICS)
                    .allTopicNames()
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .values()) {
                topic.partitions()
                        .forEach(partition -> latest.put(
                                new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
            }
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin().listOffsets(latest)
                    .all()
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException(e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warnf("the broker does not tell the ends of %s: %s", TOPICS, e.getMessage());
            throw new BrokerException(e);
        }
    }

    private Admin admin() {
        synchronized (lock) {
            if (admin == null && !closed) {
                admin = Admin.create(configuration);
            }
            return admin;
        }
    }

    @PreDestroy
    void close() {
        synchronized (lock) {
            closed = true;
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }

    /** The broker did not answer in time, or not with what was asked. */
    static final class BrokerException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokerException(Throwable cause) {
            super(cause);
        }
    }
}
