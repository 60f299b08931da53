package dev.sillage.ingestion.series;

import static dev.sillage.ingestion.StoredActivities.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.access.Tenant;
import dev.sillage.activity.ObservationTopic;
import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.StoredActivities;
import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.otlp.EventWriter;
import dev.sillage.ingestion.publish.BrokerSettings;
import dev.sillage.ingestion.publish.DeadLetters;
import dev.sillage.ingestion.publish.Publisher;
import dev.sillage.ingestion.receive.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners come and go, and break where they can; what is counted stays the same. */
@QuarkusTest
@WithTestResource(Broker.class)
class SeriesOwnerTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Enough that every owner of some partition has one. */
    private static final int SERVICES = 24;

    @Inject
    SeriesClients clients;

    @Inject
    Publisher publisher;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Limits limits;

    @Inject
    SeriesConfig config;

    @Inject
    BrokerSettings broker;

    @Test
    void whoeverOwnsAPartitionGoesOnWhereTheOwnerBeforeStopped() throws Exception {
        List<String> services = newServices();
        services.forEach(service -> tell(service, 60, 1000));
        awaitInputs(services, 1000);
        SeriesOwner second =
                new SeriesOwner(clients, publisher, deadLetters, limits, config, new SimpleMeterRegistry());
        second.start(new StartupEvent());
        try {
            services.forEach(service -> tell(service, 120, 1700));
            awaitInputs(services, 1000, 1700);
            services.forEach(service -> tell(service, 180, 1750));
            awaitInputs(services, 1000, 1700, 1750);
        } finally {
            second.stop();
        }

        services.forEach(service -> tell(service, 240, 1850));

        awaitInputs(services, 1000, 1700, 1750, 1850);
    }

    @Test
    void anOwnerThatEndsBeforeItHasStoredWhatItPublishedIsRepeatedUnderTheSameIds() {
        Set<String> services = new TreeSet<>();
        Set<String> published = new TreeSet<>();
        Batch batch = new Batch(new EventCheck(limits.ofEvent()), new EventWriter(), config.maxPerPartition());
        try (OwnedPartitions ending = new OwnedPartitions(clients)) {
            await().atMost(LIMIT).until(() -> {
                String service = newService();
                services.add(service);
                tell(service, 60, 1000);
                ending.poll(batch);
                return batch.activities().size() > 2;
            });
            batch.activities().forEach((from, events) -> {
                publisher
                        .publishPatiently(from.tenant(), events, from.acceptedAt())
                        .await()
                        .atMost(LIMIT);
                events.forEach(event -> published.add(event.id()));
            });
        }

        assertThat(published).isNotEmpty();
        // Twice at least: the next owner may lose the partition as well before it has stored.
        await().atMost(LIMIT).untilAsserted(() -> assertThat(copies(published))
                .hasSameSizeAs(published)
                .allSatisfy((id, copies) -> assertThat(copies).hasSizeGreaterThan(1)));
        assertThat(copies(published))
                .hasSameSizeAs(published)
                .allSatisfy((id, copies) -> assertThat(new TreeSet<>(copies)).hasSize(1));
        awaitInputs(List.copyOf(services), 1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no observation of @",
                "null",
                "{}",
                "{\"service\":\"@\",\"instance\":\"\",\"labels\":{},\"windows\":[null]}",
                "{\"service\":\"@\",\"instance\":\"\",\"labels\":null,\"windows\":[]}",
                "{\"service\":\"@\",\"instance\":\"\",\"labels\":{},\"windows\":[{\"points\":[]}]}",
                "{\"service\":\"@\",\"instance\":\"\",\"labels\":{},\"windows\":"
                        + "[{\"operation\":\"chat\",\"provider\":\"x\",\"points\":[{}]}]}",
            })
    void anObservationThatCannotBeReadIsSetAsideAndTheNextIsCounted(String text) throws Exception {
        String service = newService();
        byte[] poison = text.replace("@", service).getBytes(UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                broker.of(ProducerConfig.configNames()), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(ObservationTopic.NAME, key(service), poison);
            record.headers()
                    .add("ce_tenant", "local".getBytes(UTF_8))
                    .add("ce_acceptedat", "2026-11-24T12:00:00Z".getBytes(UTF_8));
            producer.send(record).get();
        }

        tell(service, 60, 1000);

        awaitInputs(List.of(service), 1000);
        List<ConsumerRecord<byte[], byte[]>> letters = StoredActivities.all("sillage.activities.dlq").stream()
                .filter(letter -> Arrays.equals(letter.key(), key(service)))
                .toList();
        // Set aside at least once, and always for the same record.
        assertThat(letters.stream()
                        .map(letter -> header(letter, "sillage_origin"))
                        .distinct())
                .hasSize(1);
        assertThat(header(letters.get(0), "sillage_reason")).isEqualTo("unreadable-observation");
        assertThat(header(letters.get(0), "sillage_origin")).startsWith("sillage.observations/");
    }

    private static byte[] key(String service) {
        return (new Tenant("local").name() + '\n' + service).getBytes(UTF_8);
    }

    /** What is on the topic under each of the ids. */
    private static Map<String, List<String>> copies(Set<String> ids) {
        return StoredActivities.all().stream()
                .filter(record -> ids.contains(header(record, "ce_id")))
                .collect(Collectors.groupingBy(
                        record -> header(record, "ce_id"),
                        Collectors.mapping(record -> new String(record.value(), UTF_8), Collectors.toList())));
    }

    private static List<String> newServices() {
        return IntStream.range(0, SERVICES).mapToObj(any -> newService()).toList();
    }

    private static String newService() {
        return "owned-" + UUID.randomUUID();
    }

    /** The service has read so many tokens since its start. */
    private static void tell(String service, int second, int tokens) {
        String body = """
                {"resourceMetrics":[{"resource":{"attributes":[
                  {"key":"service.name","value":{"stringValue":"%s"}}]},
                 "scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.usage","histogram":{
                  "aggregationTemporality":2,"dataPoints":[{"startTimeUnixNano":"1795430400000000000",
                  "timeUnixNano":"%d000000000","count":"7","sum":%d,"attributes":[
                   {"key":"gen_ai.operation.name","value":{"stringValue":"embeddings"}},
                   {"key":"gen_ai.token.type","value":{"stringValue":"input"}}]}]}}]}]}]}
                """.formatted(service, 1_795_430_400L + second, tokens);
        assertThat(Door.send(Door.request("/v1/metrics")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build())
                        .status())
                .isEqualTo(200);
    }

    /** The different activities of each service add up to the totals that it told, one after the other. */
    private static void awaitInputs(List<String> services, int... totals) {
        await().atMost(LIMIT).untilAsserted(() -> {
            List<ConsumerRecord<byte[], byte[]>> all = StoredActivities.all();
            for (String service : services) {
                Set<String> own = new TreeSet<>();
                long sum = 0;
                for (ConsumerRecord<byte[], byte[]> record : all) {
                    if (header(record, "ce_id").startsWith("otlpm:" + service) && own.add(header(record, "ce_id"))) {
                        sum += inputTokens(record);
                    }
                }
                assertThat(own).as(service).hasSize(totals.length);
                assertThat(sum).as(service).isEqualTo(totals[totals.length - 1]);
            }
        });
    }

    private static long inputTokens(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new ObjectMapper()
                    .readTree(record.value())
                    .get("inputTokens")
                    .asLong();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
