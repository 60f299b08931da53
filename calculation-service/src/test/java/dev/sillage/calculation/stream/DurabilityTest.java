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
import org.apache.kafka.clients.producer.ProducerRecord;
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

    @Test
    void nothingIsCommittedBeforeItsFootprintIsDurable() throws Exception {
        try (Topics topics = new Topics(address);
                Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topics.lag() == 0);
            admin.deleteTopics(List.of(FootprintTopic.NAME)).all().get();
            topics.publish(activities());

            // Longer than delivery.timeout.ms: at least one whole attempt has failed by now.
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> topics.lag() == ACTIVITIES);
            given().get("/q/health/live").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
            KafkaBroker.createTopics(address, List.of(FootprintTopic.NAME));

            assertThat(topics.await(FootprintTopic.NAME, ACTIVITIES, Topics.idBegins("durable-")).stream()
                            .map(Topics::key)
                            .collect(Collectors.toSet()))
                    .hasSize(ACTIVITIES);
            await().atMost(Duration.ofSeconds(20)).until(() -> topics.lag() == 0);
            assertThat(topics.now(FootprintTopic.DEAD_LETTERS, Topics.idBegins("durable-")))
                    .isEmpty();
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
}
