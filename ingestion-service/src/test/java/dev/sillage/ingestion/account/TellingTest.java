package dev.sillage.ingestion.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.activity.AcceptedTopic;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.publish.Redelivery;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Broker.class)
class TellingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "local";

    @Inject
    CountLog log;

    @Inject
    Redelivery redelivery;

    private final String source = "urn:test:" + UUID.randomUUID();

    @Test
    void whatIsAcceptedAndRefusedIsOnTheTopicSecondsLater() {
        Door.post(Door.ONE, Events.email(source, "warm"));
        long accepted = told("accepted");
        long refused = told("refused");

        Door.post(
                Door.LINES,
                Events.email(source, "a") + "\n" + Events.email(source, "b") + "\n"
                        + Events.email(source, "c", "{\"bytes\":-1}"));

        // The first one may have been told after the counts were read.
        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            assertThat(told("accepted")).isBetween(accepted + 2, accepted + 3);
            assertThat(told("refused")).isEqualTo(refused + 1);
        });
    }

    @Test
    void whatIsToldIsWhatTheTopicOfActivitiesHolds() {
        for (int i = 0; i < 20; i++) {
            Door.post(Door.ONE, Events.email(source, "same"));
        }

        // Of some nobody knows: a broker was away in other tests.
        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            long accepted = told("accepted");
            assertThat(StoredActivities.all().stream()
                            .filter(record -> TENANT.equals(StoredActivities.header(record, "ce_tenant")))
                            .count())
                    .isBetween(accepted, accepted + told("uncertain"));
        });
    }

    @Test
    void whatIsSentAgainIsAcceptedOnceMoreInTheHourInWhichItWasAcceptedFirst() {
        String tenant = "redriven-" + UUID.randomUUID();
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                ActivityTopic.NAME,
                null,
                "key".getBytes(UTF_8),
                "{}".getBytes(UTF_8),
                List.of(
                        new RecordHeader(ActivityTopic.HEADER_ID, "redriven".getBytes(UTF_8)),
                        new RecordHeader(ActivityTopic.HEADER_SOURCE, source.getBytes(UTF_8)),
                        new RecordHeader(ActivityTopic.HEADER_TENANT, tenant.getBytes(UTF_8)),
                        new RecordHeader(
                                ActivityTopic.HEADER_ACCEPTED_AT, "2026-03-01T10:20:30.123Z".getBytes(UTF_8))));

        redelivery.send(List.of(letter, letter));

        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            JsonNode count = last(value -> value.path("tenant").asText().equals(tenant));
            assertThat(count.path("hour").asText()).isEqualTo("2026-03-01T10:00:00Z");
            assertThat(count.path("accepted").asLong()).isEqualTo(2);
            assertThat(count.path("complete").asBoolean()).isTrue();
        });
    }

    @Test
    void anOrderlyEndSaysThatAllIsTold() {
        Account account = new Account(new Remembering(10), new SimpleMeterRegistry());
        Telling telling = new Telling(account, log, new Remembering(10));
        telling.tell();
        try (HourCount count = account.hold("ending", Instant.now())) {
            count.sending();
            count.durable();
        }

        telling.end();

        JsonNode count = last(value -> value.path("incarnation").asText().equals(account.incarnation()));
        assertThat(count.path("accepted").asLong()).isOne();
        assertThat(count.path("complete").asBoolean()).isTrue();
        assertThat(stateOf(account)).isEqualTo("ended");
    }

    @Test
    void aReplicaThatIsKilledHasNotSaidThatItEnded() {
        Account account = new Account(new Remembering(10), new SimpleMeterRegistry());

        new Telling(account, log, new Remembering(10)).tell();

        assertThat(stateOf(account)).isEqualTo("counting");
    }

    private static String stateOf(Account account) {
        return last(value -> value.path("id").asText().equals(account.incarnation()))
                .path("state")
                .asText();
    }

    /** The sum of the last record of each key. */
    private static long told(String counter) {
        return latest().values().stream()
                .filter(value -> value.path("tenant").asText().equals(TENANT))
                .mapToLong(value -> value.path(counter).asLong())
                .sum();
    }

    private static JsonNode last(Predicate<JsonNode> which) {
        return latest().values().stream().filter(which).reduce((a, b) -> b).orElseGet(JSON::missingNode);
    }

    private static Map<String, JsonNode> latest() {
        Map<String, JsonNode> latest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : StoredActivities.all(AcceptedTopic.NAME)) {
            try {
                latest.put(new String(record.key(), UTF_8), JSON.readTree(record.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return latest;
    }
}
