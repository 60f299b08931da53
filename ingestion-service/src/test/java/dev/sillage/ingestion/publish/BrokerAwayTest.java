package dev.sillage.ingestion.publish;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Broker.class)
class BrokerAwayTest {
    /** Below the ten seconds after which the producer itself gives up, and far above what a busy machine needs. */
    private static final Duration SOON = ofSeconds(8);

    /** The shortest wait that there could be: the producer's for metadata. */
    private static final Duration A_WAIT = Duration.ofMillis(500);

    Broker broker;

    private final String source = "urn:test:" + UUID.randomUUID();

    @BeforeEach
    void theProducerIsWarm() {
        await().atMost(ofSeconds(30))
                .until(() -> Door.post(Door.ONE, Events.email(source, "before")).status() == 202);
    }

    @AfterEach
    void theBrokerIsBackForOthers() {
        if (!broker.isThere()) {
            broker.comeBack();
        }
        await().atMost(ofSeconds(30)).until(() -> status("/q/health/ready") == 200);
    }

    @Test
    void requestsAreRefusedSoonAndAcceptedAgainWithoutARestart() {
        broker.goAway();

        long start = System.nanoTime();
        Answer away = Door.post(Door.ONE, Events.email(source, "away"));

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("broker-unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("1");
        assertThat(away.json().get("detail").asText()).contains("Repeat the whole request");
        assertThat(taken).isLessThan(SOON);

        broker.comeBack();
        await().atMost(ofSeconds(30))
                .until(() -> Door.post(Door.ONE, Events.email(source, "back")).status() == 202);
        assertThat(StoredActivities.all().stream().map(record -> StoredActivities.header(record, "ce_id")))
                .contains("before", "back");
    }

    @Test
    void aRequestThatIsUnderWayWhenTheBrokerGoesIsAnsweredSoonToo() {
        CompletableFuture<Duration> longest = CompletableFuture.supplyAsync(this::longestAnswerUntilRefused);

        broker.goAway();

        assertThat(longest.join()).isLessThan(SOON);
    }

    /** Sends one event after the other, so that one of them meets the end of the broker. */
    private Duration longestAnswerUntilRefused() {
        Duration longest = Duration.ZERO;
        int status = 202;
        for (int i = 0; status == 202; i++) {
            long start = System.nanoTime();
            status = Door.post(Door.ONE, Events.email(source, "during" + i)).status();
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            longest = taken.compareTo(longest) > 0 ? taken : longest;
        }
        assertThat(status).isEqualTo(503);
        return longest;
    }

    @Test
    void onceKnownTheAnswerDoesNotWaitAtAll() {
        broker.goAway();
        await().atMost(ofSeconds(10)).until(() -> status("/q/health/ready") == 503);

        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            assertThat(Door.post(Door.ONE, Events.email(source, "away" + i)).status())
                    .isEqualTo(503);
            waits.add(Duration.ofNanos(System.nanoTime() - start));
        }

        // The machine may be busy now and then, but a wait that is built in would be in each of them.
        assertThat(waits.stream().filter(wait -> wait.compareTo(A_WAIT) < 0)).hasSizeGreaterThan(25);
    }

    @Test
    void livenessDoesNotMindAndRefusalsStillSayWhatIsWrong() {
        broker.goAway();
        await().atMost(ofSeconds(10)).until(() -> status("/q/health/ready") == 503);

        assertThat(status("/q/health/live")).isEqualTo(200);
        assertThat(Door.post(Door.ONE, "{}").status()).isEqualTo(400);
    }

    private static int status(String path) {
        return Door.send(Door.request(path).build()).status();
    }
}
