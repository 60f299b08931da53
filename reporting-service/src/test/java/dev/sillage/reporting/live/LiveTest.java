package dev.sillage.reporting.live;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A tenant of its own for each test, ways to send for it, and streams that are closed at the end. */
abstract class LiveTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    @Inject
    Audience audience;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @TestHTTPResource("/")
    String address;

    private final List<Stream> streams = new ArrayList<>();
    private Log log;

    @BeforeEach
    void connect() {
        log = new Log(servers, database);
    }

    @AfterEach
    void disconnect() {
        streams.forEach(Stream::close);
        log.close();
        await("everybody has left").atMost(LIMIT).until(() -> audience.size() == 0);
    }

    /** A new tenant whose key the service knows. */
    final String tenant(String name) {
        String tenant = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        String key = LiveProfile.key(tenant);
        await("the key of " + tenant)
                .atMost(LIMIT)
                .until(() -> given().header("Authorization", "Bearer " + key)
                                .get("/v1/live?unknown=")
                                .statusCode()
                        == 400);
        return tenant;
    }

    final Stream open(String tenant) {
        return open(tenant, null);
    }

    final Stream open(String tenant, @Nullable String lastEventId) {
        Stream stream = Stream.open(address, LiveProfile.key(tenant), lastEventId);
        streams.add(stream);
        return stream;
    }

    /** So many prompts, each of 2 kWh (1 to 3), at that time. */
    final List<FootprintEvent> prompts(String tenant, int count, Instant time) {
        return IntStream.range(0, count)
                .mapToObj(i -> prompt(tenant, UUID.randomUUID().toString(), time, Figure.rounded(1, 2, 3)))
                .toList();
    }

    static FootprintEvent prompt(String tenant, String id, Instant time, Figure kilowattHours) {
        return ofTenant(
                tenant,
                Footprints.of(
                        "live",
                        id,
                        time,
                        Map.of("team", "live", "project", "live"),
                        Map.of(Criterion.ENERGY, kilowattHours)));
    }

    static FootprintEvent ofTenant(String tenant, FootprintEvent plain) {
        return Footprints.ofTenant(tenant, plain.activity().source(), plain);
    }

    /** Returns when they are in the report. */
    final void send(List<FootprintEvent> footprints) {
        publish(footprints.stream().map(Footprints::record).toList());
    }

    final void publish(List<ProducerRecord<byte[], byte[]>> records) {
        log.publish(records);
        log.awaitTaken(FootprintTopic.NAME);
    }
}
