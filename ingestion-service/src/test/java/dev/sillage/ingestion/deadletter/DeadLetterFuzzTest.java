package dev.sillage.ingestion.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Meters;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.Wire;
import dev.sillage.ingestion.fuzz.Cases;
import dev.sillage.ingestion.fuzz.Damage;
import dev.sillage.ingestion.fuzz.EveryAnswer;
import dev.sillage.ingestion.fuzz.Neighbours;
import dev.sillage.ingestion.publish.BrokerSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions about letters that nobody means, and letters that nobody wrote. */
@QuarkusTest
@WithTestResource(Broker.class)
class DeadLetterFuzzTest {
    private static final int ODD_LETTERS = 7;

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "1001",
            "99999999999999999999",
            "1e3",
            "0x10",
            "%2B1",
            "true",
            "TRUE",
            "false",
            "maybe",
            "calculations",
            "activities",
            "CALCULATIONS",
            "calculations%00",
            "calculations-0-0",
            "calculations-999999-999999999999999999",
            "calculations-0-999999999999999999999",
            "calculations--1-0",
            "calculations-0-0-0",
            "activities-0-0",
            "%D9%A0",
            "calculations-%D9%A0-%D9%A0",
            "2026-11-23T10:00:00Z",
            "2026-11-23",
            "%2B999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00%2B18:00",
            "..",
            "%2e%2e",
            "..%2f..%2fq%2fhealth",
            "%00",
            "%zz",
            "%",
            "%C0%80",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "a%0d%0aX:%20y",
            "<script>",
            "x".repeat(5000));
    private static final List<String> NAMES =
            List.of("stage", "reason", "from", "to", "limit", "cursor", "dryRun", "nothing", "", "%00", "limit%00");
    private static final List<String> PATHS =
            List.of("", "/", "/reasons", "/redrive", "/@", "/@/redrive", "/@/@", "//redrive", "/redrive/redrive");
    private static final List<String> BODIES =
            List.of("", "{}", "{\"dryRun\":true}", "[".repeat(10_000), "dryRun=true", "\u0000", "x".repeat(100_000));

    @Inject
    BrokerSettings broker;

    private final Neighbours neighbours = new Neighbours();
    private final String reason = "fuzz-" + UUID.randomUUID();

    @BeforeEach
    void thereAreLettersThatNobodyWrote() throws Exception {
        writeOddLetters();
    }

    @AfterEach
    void nothingIsLostAndNothingStaysInFlight() {
        neighbours.send();
        neighbours.areAllStored();
        Meters.nothingStaysInFlight();
    }

    @Test
    void whateverIsAskedTheAnswerIsNoFailureAndTheConnectionGoesOn() {
        Cases.byChance("dead letters", 80, (random, number) -> {
            Damage damage = new Damage(random);
            String method = damage.any(List.of("GET", "GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "PATCH"));
            String path = damage.any(PATHS).replace("@", damage.any(VALUES));
            String query = query(random);
            // What is sent again by chance would be read by other tests.
            String request = method + " /v1/dead-letters" + path + "?" + query + "reason=" + reason + "&dryRun=true";
            String body = damage.any(BODIES);

            Wire.Received answer = ask(request, damage, body);

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as("%s: %s", request, answer.text()).isIn(200, 400, 404, 405, 414, 415);
            if (answer.status() >= 400
                    && !method.equals("HEAD")
                    && !answer.text().isEmpty()) {
                assertThat(answer.headers().get("content-type"))
                        .as(answer.text())
                        .startsWith("application/problem+json");
            }
            if (number % 25 == 0) {
                neighbours.send();
            }
        });
    }

    /** A word that is not understood must not be taken for the more dangerous of two. */
    @Test
    void whatIsNoTruthValueIsNeverTakenForNoDryRun() {
        List<String> words =
                List.of("maybe", "1", "yes", "TRUE%20", "t", "%00", "", "on", "tru", "0", "no", "true&dryRun=false");

        Cases.each("dead letters, dryRun", words, word -> {
            Door.Answer answer = Door.send(
                    Door.request("/v1/dead-letters/redrive?stage=calculations&reason=" + reason + "&dryRun=" + word)
                            .POST(BodyPublishers.noBody())
                            .build());

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as("%s: %s", word, answer.text()).isEqualTo(400);
            assertThat(answer.code()).isNotEqualTo("not-found");
        });
        assertThat(Door.send(Door.request("/v1/dead-letters/redrive?stage=calculations&reason=" + reason + "&dryRun")
                                .POST(BodyPublishers.noBody())
                                .build())
                        .status())
                .isEqualTo(400);
        assertThat(redriven()).isZero();
    }

    @Test
    void whatIsNoNumberIsSaidToBeNone() {
        List<String> words = List.of("many", "1.5", "1e3", "99999999999999999999", "%00", "-", "0x10");

        Cases.each("dead letters, limit", words, word -> {
            Door.Answer answer =
                    Door.send(Door.request("/v1/dead-letters?limit=" + word).build());

            EveryAnswer.holdsFor(answer);
            assertThat(answer.status()).as("%s: %s", word, answer.text()).isEqualTo(400);
            assertThat(answer.text()).contains("limit");
        });
    }

    @Test
    void lettersThatNobodyWroteAreListedOpenedAndCounted() {
        JsonNode letters = Door.send(Door.request("/v1/dead-letters?limit=1000&reason=" + reason)
                        .build())
                .json()
                .get("letters");
        List<String> ids = letters.findValuesAsText("id");

        assertThat(ids).hasSize(ODD_LETTERS);
        Cases.each("dead letters, odd letters", ids, id -> {
            Door.Answer opened =
                    Door.send(Door.request("/v1/dead-letters/" + id).build());
            EveryAnswer.holdsFor(opened);
            assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        });
        Door.Answer reasons = Door.send(Door.request("/v1/dead-letters/reasons").build());
        assertThat(reasons.status()).as(reasons.text()).isEqualTo(200);
        assertThat(reasons.text()).contains(reason);
    }

    private static Wire.Received ask(String request, Damage damage, String body) throws IOException {
        try (Wire wire = new Wire()) {
            wire.send(request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                    + damage.any(List.of("application/json", "text/plain", "///", "application/x-www-form-urlencoded"))
                    + "\r\nAccept: " + damage.any(List.of("*/*", "application/json", "application/json;q=x", "*"))
                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            if (request.startsWith("HEAD")) {
                String head = wire.receive();
                return new Wire.Received(Integer.parseInt(head.substring(9, 12)), Map.of(), head);
            }
            List<Wire.Received> answers = wire.rest();
            assertThat(answers).hasSize(1);
            return answers.get(0);
        }
    }

    private static String query(Random random) {
        Damage damage = new Damage(random);
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            query.append(damage.any(NAMES));
            if (random.nextInt(8) > 0) {
                query.append('=').append(damage.any(VALUES));
            }
            query.append('&');
        }
        return query.toString();
    }

    private long redriven() {
        return StoredActivities.all().stream()
                .filter(record -> record.headers().lastHeader(Redrive.HEADER_REDRIVEN_FROM) != null)
                .filter(record -> reason.equals(StoredActivities.header(record, "ce_id")))
                .count();
    }

    private void writeOddLetters() throws ExecutionException, InterruptedException {
        List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
        letters.add(letter(new byte[] {1}, "{}".getBytes(UTF_8), "sillage_origin", "sillage.activities/0/1"));
        letters.add(letter(null, null, "sillage_origin", "sillage.activities/0/1"));
        letters.add(letter(new byte[0], new byte[0], "sillage_origin", "/"));
        letters.add(letter(new byte[] {1}, new byte[500_000], "sillage_origin", "sillage.activities"));
        letters.add(letter(new byte[] {1}, "{}".getBytes(UTF_8), "ce_time", "\u0000"));
        letters.add(letter(new byte[] {1}, "{}".getBytes(UTF_8), "ce_type", "\ud83d\ude00"));
        ProducerRecord<byte[], byte[]> broken = letter(new byte[] {1}, "{}".getBytes(UTF_8), "sillage_origin", "");
        broken.headers().add("ce_source", new byte[] {(byte) 0xff, (byte) 0xc0, (byte) 0x80});
        broken.headers().add("sillage_detail", null);
        letters.add(broken);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                broker.of(ProducerConfig.configNames()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> letter : letters) {
                producer.send(letter).get();
            }
            // Of nobody, without any header.
            producer.send(new ProducerRecord<>("sillage.calculations.dlq", new byte[0], null))
                    .get();
        }
    }

    private ProducerRecord<byte[], byte[]> letter(byte[] key, byte[] value, String header, String text) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>("sillage.calculations.dlq", key, value);
        letter.headers().add("ce_tenant", "local".getBytes(UTF_8));
        letter.headers().add("ce_id", reason.getBytes(UTF_8));
        letter.headers().add("sillage_reason", reason.getBytes(UTF_8));
        letter.headers().add(header, text.getBytes(UTF_8));
        return letter;
    }
}
