package dev.sillage.calculation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.LlmInference;
import dev.sillage.calculation.KafkaBroker;
import dev.sillage.calculation.Topics;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.setup.DefaultMethodologies;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.AvoidanceTopic;
import dev.sillage.footprint.FootprintTopic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
class ActivityStreamTest {
    private static final String DATA = """
            {"provider": "openai", "model": "gpt-4o", "inputTokens": 900, "outputTokens": 400,
             "labels": {"team": "search", "project": "répondeur"}}""";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String address;

    @Inject
    DefaultMethodologies methodologies;

    @Inject
    FactorCatalogue factors;

    @Inject
    MeterRegistry metrics;

    private Topics topics;

    @BeforeEach
    void open() {
        topics = new Topics(address);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    private static ProducerRecord<byte[], byte[]> llm(String id) {
        return Topics.activity(id, ActivityKind.LLM_INFERENCE, DATA);
    }

    @Test
    void anAcceptedActivityBecomesAFootprint() throws Exception {
        RecordMetadata sent = topics.publish(List.of(llm("one"))).get(0);

        ConsumerRecord<byte[], byte[]> record =
                topics.await(FootprintTopic.NAME, 1, Topics.idBegins("one")).get(0);

        ActivityReference activity = new ActivityReference(Topics.TENANT, Topics.SOURCE, "one");
        Footprint expected = methodologies
                .of(ActivityKind.LLM_INFERENCE)
                .orElseThrow()
                .footprint(new LlmInference("openai", "gpt-4o", 900, 400, null, null, null, null, null, null, null));
        assertThat(Topics.key(record)).isEqualTo(activity.key());
        assertThat(record.partition()).isEqualTo(sent.partition());
        assertThat(Topics.headers(record.headers(), ""))
                .isEqualTo(Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", activity.footprintId(expected.methodology(), factors.version()),
                        "ce_source", "urn:sillage:calculation",
                        "ce_type", "dev.sillage.footprint.v1",
                        "ce_time", "2026-11-23T10:15:30Z",
                        "ce_tenant", Topics.TENANT,
                        "sillage_origin", "sillage.activities/" + sent.partition() + "/" + sent.offset()));
        JsonNode footprint = JSON.readTree(record.value());
        assertThat(footprint.at("/activity").toString())
                .isEqualTo("{\"tenant\":\"acme\",\"source\":\"urn:test\",\"id\":\"one\"}");
        assertThat(footprint.at("/kind").asText()).isEqualTo("llm-inference");
        assertThat(footprint.at("/time").asText()).isEqualTo("2026-11-23T10:15:30Z");
        assertThat(footprint.at("/acceptedAt").asText()).isEqualTo("2026-11-23T10:15:31.250Z");
        assertThat(footprint.at("/labels").toString()).isEqualTo("{\"team\":\"search\",\"project\":\"répondeur\"}");
        assertThat(footprint.at("/methodology").asText()).isEqualTo(expected.methodology());
        assertThat(footprint.at("/factorSet").asText()).isEqualTo(factors.version());
        assertThat(footprint.at("/tier").asText()).isEqualTo(expected.tier().wireName());
        assertThat(footprint.at("/warnings")).hasSameSizeAs(expected.warnings());
        assertThat(footprint.at("/figures")).hasSameSizeAs(expected.figures().keySet());
        expected.published().forEach((criterion, figure) -> {
            JsonNode published = footprint.at("/figures/" + criterion.wireName());
            assertThat(published.get("low").decimalValue()).isEqualByComparingTo(figure.low());
            assertThat(published.get("central").decimalValue()).isEqualByComparingTo(figure.central());
            assertThat(published.get("high").decimalValue()).isEqualByComparingTo(figure.high());
        });
    }

    @Test
    void anAvoidanceIsPublishedApartFromFootprints() throws Exception {
        topics.publish(List.of(Topics.activity("avoided-1", ActivityKind.AVOIDANCE, """
                {"lever": "logistics", "referenceQuantity": 1000, "solutionQuantity": 900, "unit": "litre",
                 "reference": "The year before.", "evidence": "Tachographs.", "rebound": "None.", "tier": "3"}
                """)));

        ConsumerRecord<byte[], byte[]> record = topics.await(AvoidanceTopic.NAME, 1, Topics.idBegins("avoided-"))
                .get(0);

        JsonNode avoidance = JSON.readTree(record.value());
        assertThat(avoidance.at("/avoidedKgCo2e/central").decimalValue()).isEqualByComparingTo("310");
        assertThat(avoidance.at("/publicUse").asBoolean()).isFalse();
        assertThat(topics.now(FootprintTopic.NAME, Topics.idBegins("avoided-"))).isEmpty();
    }

    @Test
    void aCorrectionAndARetractionFollowTheFootprintThatTheyMeanOnItsPartition() throws Exception {
        byte[] key = llm("amended").key();
        List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>(List.of(llm("amended")));
        for (ProducerRecord<byte[], byte[]> amendment : List.of(
                Topics.activity(
                        "amended-c",
                        ActivityKind.CORRECTION,
                        "{\"correctedSource\": \"urn:test\", \"correctedId\": \"amended\","
                                + " \"correctedKind\": \"llm-inference\", \"replacement\": "
                                + "{\"provider\": \"openai\", \"inputTokens\": 9, \"outputTokens\": 4}}"),
                Topics.activity(
                        "amended-r",
                        ActivityKind.RETRACTION,
                        "{\"retractedSource\": \"urn:test\", \"retractedId\": \"amended\"}"))) {
            sent.add(new ProducerRecord<>(amendment.topic(), null, key, amendment.value(), amendment.headers()));
        }

        topics.publish(sent);

        List<ConsumerRecord<byte[], byte[]>> records = topics.await(FootprintTopic.NAME, 3, Topics.idBegins("amended"));
        assertThat(records.stream().map(record -> Topics.header(record, "ce_type")))
                .containsExactly(FootprintTopic.TYPE, FootprintTopic.TYPE_CORRECTION, FootprintTopic.TYPE_RETRACTION);
        assertThat(records.stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
    }

    @Test
    void onePoisonRecordInABatchCostsOnlyItself() throws Exception {
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            batch.add(
                    i == 250
                            ? Topics.activity("poison-250", ActivityKind.LLM_INFERENCE, "{\"provider\": ")
                            : llm("poison-" + i));
        }

        topics.publish(batch);

        List<ConsumerRecord<byte[], byte[]>> footprints =
                topics.await(FootprintTopic.NAME, 499, Topics.idBegins("poison-"));
        List<ConsumerRecord<byte[], byte[]>> dead =
                topics.await(FootprintTopic.DEAD_LETTERS, 1, Topics.idBegins("poison-"));
        assertThat(footprints.stream().map(Topics::key).collect(Collectors.toSet()))
                .hasSize(499);
        assertThat(dead).singleElement().satisfies(record -> {
            assertThat(Topics.key(record)).endsWith("poison-250");
            assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"provider\": ");
            assertThat(Topics.headers(record.headers(), "sillage_"))
                    .isEqualTo(Topics.headers(batch.get(250).headers(), ""));
            assertThat(Topics.header(record, "sillage_reason")).isEqualTo("unreadable-data");
            assertThat(Topics.header(record, "sillage_origin")).startsWith("sillage.activities/");
        });
    }

    @Test
    void theSameActivityTwiceGivesTheSameIdAndBytes() throws Exception {
        topics.publish(List.of(llm("twice"), llm("twice")));

        List<ConsumerRecord<byte[], byte[]>> footprints =
                topics.await(FootprintTopic.NAME, 2, Topics.idBegins("twice"));

        assertThat(footprints).hasSize(2);
        assertThat(footprints.get(0).value()).isEqualTo(footprints.get(1).value());
        assertThat(Topics.header(footprints.get(0), "ce_id")).isEqualTo(Topics.header(footprints.get(1), "ce_id"));
    }

    @Test
    void aDeadLetterTooLargeForItsTopicIsCutShortAndHoldsNothingUp() throws Exception {
        String filler = " ".repeat((1 << 20) - 450);
        ProducerRecord<byte[], byte[]> large =
                Topics.activity("large", ActivityKind.LLM_INFERENCE, "{" + filler + "\"provider\": ");

        RecordMetadata sent = topics.publish(List.of(large, llm("after-large"))).get(0);

        topics.await(FootprintTopic.NAME, 1, Topics.idBegins("after-large"));
        String origin = "sillage.activities/" + sent.partition() + "/" + sent.offset();
        ConsumerRecord<byte[], byte[]> dead = topics.await(
                        FootprintTopic.DEAD_LETTERS, 1, record -> Topics.header(record, "sillage_origin")
                                .equals(origin))
                .get(0);
        assertThat(dead.value()).isNull();
        assertThat(Topics.header(dead, "sillage_reason")).isEqualTo("unreadable-data");
        assertThat(Topics.header(dead, "sillage_detail")).contains("too large");
    }

    @Test
    void activitiesReadAreFootprintsRetractionsAndDeadLetters() throws Exception {
        topics.publish(List.of(llm("counted"), Topics.activity("counted-dead", "no.such.type", new byte[0])));
        topics.await(FootprintTopic.DEAD_LETTERS, 1, Topics.idBegins("counted-dead"));
        await().atMost(Duration.ofSeconds(10)).until(() -> topics.lag() == 0);

        double read = metrics.get("sillage.calculation.activities").counter().count();

        double footprints = metrics.get("sillage.calculation.footprints").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
        double dead = metrics.get("sillage.calculation.dead.letters").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
        double retractions =
                metrics.get("sillage.calculation.retractions").counter().count();
        assertThat(read).isPositive().isEqualTo(footprints + retractions + dead);
    }
}
