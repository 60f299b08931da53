package dev.sillage.reporting.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sillage.reporting.platform.Database;
import dev.sillage.reporting.platform.Platform;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(LiveProfile.class)
class LiveViewersTest extends LiveTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "sillage.test.database.directory")
    Path directory;

    @ConfigProperty(name = "sillage.test.database.port")
    int port;

    @Test
    void aStreamBeginsAtOnceAndASilenceIsBrokenByComments() {
        Stream stream = open(tenant("silent"));

        assertThat(stream.head().statusCode()).isEqualTo(OK);
        assertThat(stream.head().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(stream.head().headers().firstValue("Cache-Control")).contains("no-store");
        await().atMost(LIMIT).until(() -> stream.comments() >= 4);
    }

    @Test
    void threeHundredViewersCostNoMoreQueriesThanOne() {
        String tenant = tenant("crowd");
        open(tenant).awaitFigures();
        long began = System.nanoTime();
        double readings = readings();
        long acquired = database.getMetrics().acquireCount();

        List<Stream> crowd = IntStream.range(1, LiveProfile.VIEWERS_PER_TENANT)
                .mapToObj(i -> open(tenant))
                .toList();
        crowd.forEach(Stream::awaitFigures);

        double ticks = (System.nanoTime() - began) / 1e9 / 0.2 + 1;
        assertThat(acquired).as("metrics of the pool").isPositive();
        assertThat(readings() - readings).isBetween(1.0, ticks);
        assertThat(database.getMetrics().acquireCount() - acquired)
                .as("connections taken by the whole service meanwhile")
                .isLessThan((long) ticks + 60);

        send(prompts(tenant, 9, Instant.now()));
        crowd.forEach(viewer -> viewer.awaitActivities(9));
        assertThat(crowd.stream().map(viewer -> viewer.awaitActivities(9).id()).distinct())
                .as("one state for all")
                .hasSizeLessThan(3);
    }

    @Test
    void thereAreNeverMoreViewersThanMayBeHoweverTheyCome() {
        String tenant = tenant("limited");
        String other = tenant("late");

        List<Stream> asked = IntStream.range(0, LiveProfile.VIEWERS_PER_TENANT + 15)
                .mapToObj(i -> open(tenant))
                .toList();

        assertThat(asked.stream().filter(stream -> status(stream) == OK)).hasSize(LiveProfile.VIEWERS_PER_TENANT);
        assertThat(asked.stream().filter(stream -> status(stream) == TOO_MANY_REQUESTS))
                .hasSize(15);
        withKey(tenant)
                .get("/v1/live")
                .then()
                .statusCode(TOO_MANY_REQUESTS)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/too-many-viewers"))
                .body("detail", containsString(String.valueOf(LiveProfile.VIEWERS_PER_TENANT)));

        int room = LiveProfile.VIEWERS - LiveProfile.VIEWERS_PER_TENANT;
        List<Stream> late =
                IntStream.range(0, room + 5).mapToObj(i -> open(other)).toList();

        assertThat(late.stream().filter(stream -> status(stream) == OK)).hasSize(room);
        assertThat(late.stream().filter(stream -> status(stream) == UNAVAILABLE))
                .hasSize(5);
        withKey(other)
                .get("/v1/live")
                .then()
                .statusCode(UNAVAILABLE)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/viewers-full"));

        asked.forEach(Stream::close);
        await("room again").atMost(LIMIT).until(() -> audience.size() == room);
        assertThat(status(open(tenant))).isEqualTo(OK);
    }

    @Test
    void whoNeverReadsDisturbsNobodyAndIsLetGo() throws IOException {
        String tenant = tenant("unread");
        Stream reading = open(tenant);
        reading.awaitFigures();
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            silent.add(askAndNeverRead(tenant));
        }
        await().atMost(LIMIT).until(() -> audience.size() == 6);
        double before = unread();

        int sent = 0;
        Instant giveUp = Instant.now().plus(LIMIT);
        while (audience.size() > 1 && Instant.now().isBefore(giveUp)) {
            send(prompts(tenant, 1, Instant.now()));
            sent++;
            long asked = System.nanoTime();
            reading.awaitActivities(sent);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
        }

        assertThat(audience.size()).isEqualTo(1);
        assertThat(unread() - before).isEqualTo(5);
        assertThat(reading.ended()).isFalse();
        for (Socket socket : silent) {
            socket.close();
        }
    }

    @Test
    void aStreamEndsSoonAfterItsKey() {
        String tenant = tenant("revoked");
        Stream stream = open(tenant);
        stream.awaitFigures();

        LiveProfile.revoke(tenant);

        await().atMost(LIMIT).until(stream::ended);
        assertThat(status(open(tenant))).isEqualTo(401);
    }

    @Test
    void withoutADatabaseAStreamSaysSoAndGoesOn() {
        String tenant = tenant("away");
        send(prompts(tenant, 2, Instant.now()));
        Stream stream = open(tenant);
        Stream.Event seen = stream.awaitActivities(2);

        Database.crash(directory);
        Stream.Event problem =
                stream.await("a problem", LIMIT, event -> event.name().equals("unavailable"));
        Stream newcomer = open(tenant, seen.id());
        newcomer.await("the problem", LIMIT, event -> event.name().equals("unavailable"));
        int comments = stream.comments();
        await("heartbeats without a database").atMost(LIMIT).until(() -> stream.comments() > comments + 2);
        Database.startAgain(directory, port);

        assertThat(problem.json().at("/type").asText()).isEqualTo("/problems/database-unavailable");
        assertThat(problem.id()).as("the last id that was sent").isEqualTo(seen.id());
        for (Stream each : List.of(stream, newcomer)) {
            each.await(
                    "figures again",
                    LIMIT,
                    event -> event.name().equals("figures")
                            && each.events().indexOf(event)
                                    > each.events().stream()
                                            .map(Stream.Event::name)
                                            .toList()
                                            .indexOf("unavailable"));
        }
        assertThat(stream.events().stream().filter(event -> event.name().equals("unavailable")))
                .as("said once")
                .hasSize(1);
    }

    @Test
    void askingForTheHeadOnlyOpensNoStream() {
        withKey(tenant("head")).head("/v1/live").then().statusCode(OK).contentType("text/event-stream");

        assertThat(audience.size()).isZero();
    }

    @Test
    void theStreamIsDescribed() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .body("paths.'/v1/live'.get.parameters.size()", equalTo(1))
                .body("paths.'/v1/live'.get.responses.keySet().sort()", equalTo(List.of("200", "400", "429", "503")))
                .body("paths.'/v1/live'.get.responses.'200'.content.keySet()[0]", equalTo("text/event-stream"));
    }

    @Test
    void anUnknownParameterIsRefused() {
        withKey(tenant("parameter"))
                .get("/v1/live?team=a")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-parameter"));
    }

    private Socket askAndNeverRead(String tenant) throws IOException {
        URI uri = URI.create(address);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        socket.getOutputStream()
                .write(("GET /v1/live HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nAuthorization: Bearer "
                                + LiveProfile.key(tenant) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static io.restassured.specification.RequestSpecification withKey(String tenant) {
        return given().header("Authorization", "Bearer " + LiveProfile.key(tenant));
    }

    private static int status(Stream stream) {
        return stream.head().statusCode();
    }

    private double readings() {
        return metrics.get("sillage.live.readings")
                .tag("outcome", "read")
                .counter()
                .count();
    }

    private double unread() {
        return metrics.get("sillage.live.closed.unread").counter().count();
    }
}
