package dev.sillage.ingestion.events;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.ActivityIdentity;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Broker.class)
class EventsTest {
    private final String source = "urn:test:" + UUID.randomUUID();

    @Test
    void anAcceptedEventIsStoredBeforeTheAnswer() {
        Answer answer = Door.post(Door.ONE, Events.email(source, "a"));

        assertThat(StoredActivities.ofSource(source)).containsOnlyKeys("a");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{\"accepted\":1,\"refused\":0,\"problems\":[]}");
    }

    @Test
    void theRecordCarriesTheEnvelopeInHeadersAndTheDataByteForByte() {
        String data = "{ \"recipients\" :  3,\r\n\t\"bytes\":75000, \"labels\":{\"team\":\"caf\\u00e9 é 🚢\"} }";
        String event = """
                {"data":%s,"traceparent":"00-4bf9","sampled":true,"weight":12,
                 "datacontenttype":"application/json; charset=utf-8","dataschema":"urn:schema","subject":"user é",
                 "time":"2026-11-23T10:30:00.5+01:00","type":"dev.sillage.activity.email.v1",
                 "source":"%s","id":"id \\u00e9","specversion":"1.0"}
                """.formatted(data, source);

        Answer answer = Door.post(Door.ONE + "; charset=utf-8", event);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        ConsumerRecord<byte[], byte[]> record =
                StoredActivities.ofSource(source).get("id é");
        assertThat(new String(record.value(), UTF_8)).isEqualTo(data);
        assertThat(new String(record.key(), UTF_8)).isEqualTo(new ActivityIdentity("local", source, "id é").key());
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("dev.sillage.activity.email.v1");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-23T09:30:00.500Z");
        assertThat(header(record, "ce_subject")).isEqualTo("user é");
        assertThat(header(record, "ce_tenant")).isEqualTo("local");
        assertThat(header(record, "ce_dataschema")).isEqualTo("urn:schema");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_traceparent")).isEqualTo("00-4bf9");
        assertThat(header(record, "ce_sampled")).isEqualTo("true");
        assertThat(header(record, "ce_weight")).isEqualTo("12");
        assertThat(Instant.parse(header(record, "ce_acceptedat")))
                .isCloseTo(Instant.now(), Assertions.within(Duration.ofMinutes(1)));
    }

    @Test
    void inABatchARefusedEventCostsNeitherNeighbour() {
        String batch = "[" + Events.email(source, "first") + ",\n"
                + Events.email(source, "bad", "{\"bytes\":-1,\"prompt\":\"never to be stored\"}") + ", 17,"
                + Events.email(source, "last") + "]";

        Answer answer = Door.post(Door.BATCH, batch);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().get("refused").asInt()).isEqualTo(2);
        assertThat(answer.codes()).containsExactly("out-of-range", "unknown-member", "event-not-an-object");
        assertThat(answer.json().at("/problems/0/index").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/problems/0/id").asText()).isEqualTo("bad");
        assertThat(answer.json().at("/problems/0/source").asText()).isEqualTo(source);
        assertThat(answer.json().at("/problems/0/pointer").asText()).isEqualTo("/data/bytes");
        assertThat(answer.json().at("/problems/1/pointer").asText()).isEqualTo("/data/prompt");
        assertThat(answer.json().at("/problems/1/detail").asText()).contains("prompt or answer text");
        assertThat(answer.json().at("/problems/2/index").asInt()).isEqualTo(2);
        assertThat(answer.text()).doesNotContain("never to be stored");
        assertThat(StoredActivities.ofSource(source)).containsOnlyKeys("first", "last");
    }

    @Test
    void onLinesBrokenJsonCostsOnlyItsLine() {
        String lines = Events.email(source, "first") + "\r\n\n{\"id\":\n" + Events.email(source, "last");

        Answer answer = Door.post(Door.LINES, lines);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.codes()).containsExactly("malformed-json");
        assertThat(answer.json().at("/problems/0/index").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/problems/0/detail").asText()).contains("line 3, column 7");
        assertThat(StoredActivities.ofSource(source)).containsOnlyKeys("first", "last");
    }

    @Test
    void onLinesALineOfTenMegabytesCostsOnlyItself() {
        String lines = Events.email(source, "first") + "\n{\"data\":\"" + "x".repeat(10_000_000) + "\"}\n"
                + Events.email(source, "last");

        Answer answer = Door.post(Door.LINES, lines);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.codes()).containsExactly("event-too-large");
        assertThat(StoredActivities.ofSource(source)).containsOnlyKeys("first", "last");
    }

    @Test
    void inABatchATooLargeAndATooDeepEventCostOnlyThemselves() {
        String tooLarge = "{\"data\":\"" + "x".repeat(300_000) + "\"}";
        String tooDeep =
                Events.email(source, "deep", "{\"bytes\":1,\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
        String batch = "[" + tooLarge + "," + Events.email(source, "good") + "," + tooDeep + "]";

        Answer answer = Door.post(Door.BATCH, batch);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.codes()).containsExactly("event-too-large", "unknown-member", "too-deep");
        assertThat(StoredActivities.ofSource(source)).containsOnlyKeys("good");
    }

    @Test
    void brokenJsonInABatchCostsEverythingAndIsLocated() {
        String batch = "[" + Events.email(source, "first") + ",\n  {\"id\":nul}]";

        Answer answer = Door.post(Door.BATCH, batch);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("malformed-json");
        assertThat(answer.json().get("line").asInt()).isEqualTo(2);
        assertThat(answer.json().get("column").asInt()).isBetween(9, 12);
        assertThat(answer.json().get("byteOffset").asInt()).isBetween(batch.indexOf("nul"), batch.indexOf("nul") + 3);
        assertThat(StoredActivities.ofSource(source)).isEmpty();
    }

    @Test
    void aRequestWithoutAnyAcceptableEventIsAProblemWithTheSameList() {
        String lines = Events.email(source, "a", "{}") + "\n" + Events.email(source, "b", "[]");

        Answer answer = Door.post(Door.LINES, lines);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("nothing-accepted");
        assertThat(answer.json().get("accepted").asInt()).isZero();
        assertThat(answer.json().get("refused").asInt()).isEqualTo(2);
        assertThat(answer.codes()).containsExactly("missing-member", "wrong-type");
    }

    @Test
    void aRefusedSingleEventHasItsPointerAtTheTop() {
        Answer answer = Door.post(Door.ONE, Events.email(source, "a", "{\"bytes\":\"many\"}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("wrong-type");
        assertThat(answer.json().get("pointer").asText()).isEqualTo("/data/bytes");
        assertThat(answer.json().get("id").asText()).isEqualTo("a");
        assertThat(answer.codes()).containsExactly("wrong-type");
    }

    @Test
    void anEventSentTwiceHasTheSameKeyTwice() {
        Door.post(Door.ONE, Events.email(source, "a"));
        Door.post(Door.ONE, Events.email(source, "a"));

        Map<String, Long> copies = StoredActivities.all().stream()
                .filter(record -> source.equals(header(record, "ce_source")))
                .collect(Collectors.groupingBy(
                        record -> record.partition() + ":" + new String(record.key(), UTF_8), Collectors.counting()));
        assertThat(copies.values()).containsExactly(2L);
    }

    @Test
    void aCorrectionAndARetractionFollowTheEventThatTheyMeanInTheOrderOfTheRequest() {
        String lines = String.join(
                "\n",
                Events.email(source, "a"),
                Events.correction(source, "a-corrected", "a"),
                Events.retraction(source, "a-retracted", "a"),
                Events.retraction(source, "b-retracted", "b"));

        Answer answer = Door.post(Door.LINES, lines);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        Map<String, ConsumerRecord<byte[], byte[]>> records = StoredActivities.ofSource(source);
        ConsumerRecord<byte[], byte[]> meant = records.get("a");
        ConsumerRecord<byte[], byte[]> correction = records.get("a-corrected");
        ConsumerRecord<byte[], byte[]> retraction = records.get("a-retracted");
        assertThat(correction.key()).isEqualTo(meant.key());
        assertThat(retraction.key()).isEqualTo(meant.key());
        assertThat(correction.partition()).isEqualTo(meant.partition());
        assertThat(correction.offset()).isBetween(meant.offset() + 1, retraction.offset() - 1);
        assertThat(Instant.parse(header(retraction, "ce_acceptedat")))
                .isAfterOrEqualTo(
                        Instant.parse(header(correction, "ce_acceptedat")).plusNanos(1000));
        assertThat(header(correction, "ce_acceptedat"))
                .isEqualTo(header(records.get("b-retracted"), "ce_acceptedat"))
                .isEqualTo(header(meant, "ce_acceptedat"));
    }

    @Test
    void theTenantNeverComesFromTheBody() {
        String event = Events.email(source, "a").replace("\"data\":", "\"tenant\":\"other\",\"data\":");

        Answer answer = Door.post(Door.ONE, event);

        assertThat(answer.code()).isEqualTo("reserved-attribute");
        assertThat(StoredActivities.ofSource(source)).isEmpty();
    }

    @Test
    void theRecordsOfASampledRequestCarryItsTrace() {
        String sampled = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        Door.send(Door.request("/v1/events")
                .header("Content-Type", Door.LINES)
                .header("traceparent", sampled)
                .header("tracestate", "rojo=1")
                .POST(BodyPublishers.ofString(Events.email(source, "a") + "\n" + Events.email(source, "b")))
                .build());

        assertThat(StoredActivities.ofSource(source).values()).hasSize(2).allSatisfy(record -> {
            assertThat(header(record, "traceparent")).isEqualTo(sampled);
            assertThat(header(record, "tracestate")).isEqualTo("rojo=1");
        });
    }
}
