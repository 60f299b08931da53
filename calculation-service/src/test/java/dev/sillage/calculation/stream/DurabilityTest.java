package dev.sillage.calculation.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.KafkaBroker;
import dev.sillage.calculation.Topics;
import dev.sillage.footprint.FootprintTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class DurabilityTest {
    private static final int ACTIVITIES = 300;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String address;

    @Inject
    KafkaClientService clients;

    @Test
    void bothProducersWaitForAllReplicas() {
        for (String channel : List.of("footprints", "dead-letters")) {
            Map<String, ?> configuration = clients.getProducer(channel).configuration();

            assertThat(configuration.get("acks")).isEqualTo("all");
            assertThat(configuration.get("enable.idempotence")).isEqualTo("true");
        }
    }

    /** A topic that wants two replicas and has one takes no record with acks=all; with acks=1 it would take all. */
    @Test
    void nothingIsCommittedBeforeItsFootprintIsDurable() throws Exception {
        try (Topics topics = new Topics(address)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topics.lag() == 0);
            wantReplicas(2);
            topics.publish(activities());

            // Longer than delivery.timeout.ms: at least one whole attempt has failed by now.
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> topics.lag() == ACTIVITIES);
            given().get("/q/health/live").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
            wantReplicas(1);

            assertThat(topics.await(FootprintTopic.NAME, ACTIVITIES, Topics.idBegins("durable-")).stream()
                            .map(Topics::key)
                            .collect(Collectors.toSet()))
                    .hasSize(ACTIVITIES);
            await().atMost(Duration.ofSeconds(20)).until(() -> topics.lag() == 0);
            assertThat(topics.now(FootprintTopic.DEAD_LETTERS, Topics.idBegins("durable-")))
                    .isEmpty();
        } finally {
            wantReplicas(1);
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> activities() {
        List<ProducerRecord<byte[], byte[]>> activities = new ArrayList<>();
        for (int i = 0; i < ACTIVITIES; i++) {
            activities.add(Topics.activity(
                    "durable-" + i,
                    ActivityKind.LLM_INFERENCE,
                    "{\"provider\": \"openai\", \"model\": \"gpt-4o\", \"inputTokens\": 9, \"outputTokens\": " + i
                            + "}"));
        }
        return activities;
    }

    private void wantReplicas(int count) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, FootprintTopic.NAME),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("min.insync.replicas", Integer.toString(count)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
