package dev.sillage.local.machine;

import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.activity.ObservationTopic;
import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.footprint.OwnFactorTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the flow. The platform makes them, never a service, so that a misspelt name is an error. */
final class Topics {
    static final List<String> NAMES = List.of(
            ActivityTopic.NAME,
            ActivityTopic.DEAD_LETTERS,
            ObservationTopic.NAME,
            ObservationTopic.SERIES,
            AcceptedTopic.NAME,
            FootprintTopic.NAME,
            AvoidanceTopic.NAME,
            OwnFactorTopic.NAME,
            FootprintTopic.DEAD_LETTERS);
    static final int PARTITIONS = 6;

    private static final short ONE_REPLICA = 1;
    private static final Duration ACCEPTED_RETENTION = Duration.ofDays(90);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final String UNLIMITED = "-1";
    private static final String ONE_MIB = Integer.toString(1024 * 1024);

    private Topics() {}

    static boolean brokerAnswers(String bootstrapServers) {
        try {
            return with(bootstrapServers, PROBE_LIMIT, Topics::hasNodes);
        } catch (KafkaException | StartException e) {
            return false;
        }
    }

    /** Makes those that are not there; the others stay as they are. */
    static void create(String bootstrapServers) {
        with(bootstrapServers, LIMIT, admin -> createMissing(admin));
    }

    private static boolean hasNodes(Admin admin) {
        return !get("describe the broker", admin.describeCluster().nodes()).isEmpty();
    }

    private static boolean createMissing(Admin admin) {
        Set<String> present = get("list the topics", admin.listTopics().names());
        List<NewTopic> missing = NAMES.stream()
                .filter(name -> !present.contains(name))
                .map(Topics::topic)
                .toList();
        get("create the topics", admin.createTopics(missing).all());
        return !missing.isEmpty();
    }

    private static NewTopic topic(String name) {
        if (name.equals(AcceptedTopic.NAME)) {
            // The last of each key, and of runs that ended long ago nothing: else their keys would stay for ever.
            return new NewTopic(name, PARTITIONS, ONE_REPLICA)
                    .configs(Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                            TopicConfig.RETENTION_MS_CONFIG,
                            Long.toString(ACCEPTED_RETENTION.toMillis())));
        }
        if (name.equals(OwnFactorTopic.NAME)) {
            return new NewTopic(name, 1, ONE_REPLICA)
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        }
        if (name.equals(ObservationTopic.SERIES)) {
            return new NewTopic(name, PARTITIONS, ONE_REPLICA)
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        }
        return new NewTopic(name, PARTITIONS, ONE_REPLICA)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, UNLIMITED,
                        TopicConfig.RETENTION_BYTES_CONFIG, UNLIMITED,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, ONE_MIB));
    }

    private static <T> T with(String bootstrapServers, Duration limit, Function<Admin, T> use) {
        int millis = Math.toIntExact(limit.toMillis());
        Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis));
        try (admin) {
            return use.apply(admin);
        }
    }

    private static <T> T get(String what, KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new StartException("Kafka cannot " + what + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted: " + what, e);
        }
    }
}
