package dev.sillage.ingestion.deadletter;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.access.KeyProfile;
import dev.sillage.ingestion.publish.BrokerSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters as the calculation writes them are listed, grouped, opened and sent again, each tenant's by itself alone. */
@QuarkusTest
@WithTestResource(Broker.class)
@TestProfile(KeyProfile.class)
class DeadLettersTest {
    private static final String DATA = "{\"messages\":1}";

    @Inject
    BrokerSettings broker;

    /** No other test has this reason. */
    private final String reason = "reason-" + UUID.randomUUID();

    @Test
    void lettersAreListedPageByPageWithWhatIsWrong() throws Exception {
        write("acme", 7);
        write("globex", 2);
        List<JsonNode> letters = new ArrayList<>();
        String cursor = "";

        do {
            JsonNode page =
                    get("acme-admin", "?limit=3&reason=" + reason + cursor).json();
            assertThat(page.get("letters").size()).isLessThanOrEqualTo(3);
            page.get("letters").forEach(letters::add);
            cursor = page.has("cursor") ? "&cursor=" + page.get("cursor").asText() : "";
        } while (!cursor.isEmpty());

        assertThat(letters).hasSize(7).allSatisfy(letter -> {
            assertThat(letter.get("reason").asText()).isEqualTo(reason);
            assertThat(letter.get("detail").asText()).isEqualTo("what is wrong");
            assertThat(letter.get("source").asText()).isEqualTo("urn:test:" + reason);
            assertThat(letter.get("origin").asText()).startsWith("sillage.activities/");
            assertThat(letter.get("bytes").asInt()).isEqualTo(DATA.length());
            assertThat(letter.get("redrivable").asBoolean()).isTrue();
        });
        assertThat(letters.stream()
                        .map(letter -> letter.get("eventId").asText())
                        .distinct())
                .hasSize(7);
    }

    @Test
    void lettersAreCountedByReason() throws Exception {
        write("acme", 4);

        Answer answer = get("acme-admin", "/reasons");

        JsonNode own = null;
        for (JsonNode each : answer.json().get("reasons")) {
            own = each.get("reason").asText().equals(reason) ? each : own;
        }
        assertThat(own).isNotNull();
        assertThat(own.get("letters").asLong()).isEqualTo(4);
        assertThat(get("acme-admin", "/" + own.get("example").asText()).status())
                .isEqualTo(200);
    }

    @Test
    void aLetterIsOpenedByItsTenantAlone() throws Exception {
        write("acme", 1);
        String id = onlyId("acme-admin");

        Answer own = get("acme-admin", "/" + id);

        assertThat(Base64.getDecoder().decode(own.json().get("data").asText())).isEqualTo(DATA.getBytes(UTF_8));
        assertThat(get("globex-admin", "/" + id).status()).isEqualTo(404);
        assertThat(post("globex-admin", "/" + id + "/redrive").status()).isEqualTo(404);
        assertThat(redriven()).isEmpty();
    }

    @Test
    void aLetterThatIsSentAgainTwiceIsTwiceTheSameActivity() throws Exception {
        write("acme", 1);
        String id = onlyId("acme-admin");

        Answer first = post("acme-admin", "/" + id + "/redrive");
        Answer second = post("acme-admin", "/" + id + "/redrive");

        assertThat(first.json().get("redriven").asInt()).isEqualTo(1);
        assertThat(second.status()).isEqualTo(200);
        List<ConsumerRecord<byte[], byte[]>> records = redriven();
        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(records.get(0).key());
            assertThat(record.value()).isEqualTo(DATA.getBytes(UTF_8));
            assertThat(header(record, "ce_tenant")).isEqualTo("acme");
            assertThat(header(record, "sillage_reason")).isNull();
            assertThat(header(record, "sillage_redrivenfrom")).isEqualTo(id);
        });
    }

    @Test
    void allThatMatchAreSentAgainAfterADryRunThatSendsNothing() throws Exception {
        write("acme", 5);
        write("globex", 1);
        String all = "/redrive?stage=calculations&reason=" + reason;

        Answer dry = post("acme-admin", all + "&dryRun=true");

        assertThat(dry.json().get("redriven").asInt()).isEqualTo(5);
        assertThat(dry.json().get("dryRun").asBoolean()).isTrue();
        assertThat(redriven()).isEmpty();
        JsonNode first = post("acme-admin", all + "&limit=2").json();
        JsonNode rest = post(
                        "acme-admin", all + "&cursor=" + first.get("cursor").asText())
                .json();
        assertThat(first.get("redriven").asInt() + rest.get("redriven").asInt()).isEqualTo(5);
        assertThat(redriven()).hasSize(5);
    }

    @Test
    void oneWithoutItsDataIsShownAndCannotBeSentAgain() throws Exception {
        write("acme", "sillage.activities/0/9", null, null);
        JsonNode letter = get("acme-admin", "?reason=" + reason).json().at("/letters/0");

        assertThat(letter.get("redrivable").asBoolean()).isFalse();
        assertThat(post("acme-admin", "/" + letter.get("id").asText() + "/redrive")
                        .status())
                .isEqualTo(400);
        assertThat(post("acme-admin", "/redrive?stage=calculations&reason=" + reason)
                        .json()
                        .get("notKept")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void nothingIsSentToATopicThatTheOriginOnlyClaims() throws Exception {
        write("acme", "another.topic/0/9", "a key", DATA);

        JsonNode letter = get("acme-admin", "?reason=" + reason).json().at("/letters/0");

        assertThat(letter.get("redrivable").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "none, '', 401",
        "acme-ingest, '', 403",
        "acme-read, '', 403",
        "acme-admin, '', 200",
        "acme-admin, ?stage=other, 400",
        "acme-admin, ?limit=0, 400",
        "acme-admin, ?limit=1001, 400",
        "acme-admin, ?from=yesterday, 400",
        "acme-admin, ?cursor=x, 400",
        "acme-admin, ?cursor=activities-0-0, 400",
        "acme-admin, ?stage=activities, 200",
        "acme-admin, /calculations-99-0, 404",
        "acme-admin, /calculations-0-999999999, 404",
        "acme-admin, /nonsense, 404",
        "acme-read, /reasons, 403",
    })
    void onlyAdminsReadAndMistakesAreNamed(String credential, String path, int status) {
        Answer answer = get(credential, path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .startsWith(status == 200 ? "application/json" : "application/problem");
    }

    @ParameterizedTest
    @CsvSource({
        "none, /calculations-0-0/redrive, 401",
        "acme-ingest, /redrive?stage=calculations, 403",
        "acme-admin, /redrive, 400",
    })
    void onlyAdminsSendAgain(String credential, String path, int status) {
        assertThat(post(credential, path).status()).isEqualTo(status);
    }

    private void write(String tenant, int letters) throws Exception {
        for (int i = 0; i < letters; i++) {
            write(tenant, "sillage.activities/0/" + i, tenant + " key " + i + reason, DATA);
        }
    }

    private void write(String tenant, String origin, String key, String data) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                broker.of(ProducerConfig.configNames()), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                    "sillage.calculations.dlq",
                    key == null ? null : key.getBytes(UTF_8),
                    data == null ? null : data.getBytes(UTF_8));
            Map.of(
                            "ce_tenant",
                            tenant,
                            "ce_source",
                            "urn:test:" + reason,
                            "ce_id",
                            String.valueOf(key),
                            "sillage_reason",
                            reason,
                            "sillage_detail",
                            "what is wrong",
                            "sillage_origin",
                            origin)
                    .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
            producer.send(letter).get();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> redriven() {
        return StoredActivities.all().stream()
                .filter(record -> ("urn:test:" + reason).equals(header(record, "ce_source")))
                .toList();
    }

    private String onlyId(String credential) {
        JsonNode letters = get(credential, "?reason=" + reason).json().get("letters");
        assertThat(letters).hasSize(1);
        return letters.get(0).get("id").asText();
    }

    private static Answer get(String credential, String path) {
        return send(credential, Door.request("/v1/dead-letters" + path).GET());
    }

    private static Answer post(String credential, String path) {
        return send(credential, Door.request("/v1/dead-letters" + path).POST(BodyPublishers.noBody()));
    }

    private static Answer send(String credential, HttpRequest.Builder request) {
        String authorization = KeyProfile.authorization(credential);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return Door.send(request.build());
    }
}
