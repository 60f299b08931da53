package dev.sillage.calculation;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.footprint.OwnFactorTopic;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker with the topics of the platform, started once for all tests of the module. */
public final class KafkaBroker implements QuarkusTestResourceLifecycleManager {
    static final int PARTITIONS = 6;
    private static final List<String> TOPICS = List.of(
            ActivityTopic.NAME,
            ActivityTopic.DEAD_LETTERS,
            FootprintTopic.NAME,
            FootprintTopic.DEAD_LETTERS,
            AvoidanceTopic.NAME);

    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaBroker()
            .withAdditionalProperties(properties -> properties.put("auto.create.topics.enable", "false"));

    @Override
    public Map<String, String> start() {
        broker.start();
        String address = broker.getAdvertisedListeners().replace("PLAINTEXT://", "");
        createTopics(address, TOPICS);
        createOwnFactorTopic(address);
        return Map.of("kafka.bootstrap.servers", address);
    }

    /** Makes topics as the platform makes them. */
    public static void createTopics(String address, List<String> names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(names.stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1)
                                    .configs(Map.of("max.message.bytes", Integer.toString(1 << 20))))
                            .toList())
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException("no topics", e);
        }
    }

    /** Makes the compacted topic as the platform makes it. */
    public static void createOwnFactorTopic(String address) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(OwnFactorTopic.NAME, 1, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException("no topic", e);
        }
    }

    @Override
    public void stop() {
        broker.close();
    }
}
