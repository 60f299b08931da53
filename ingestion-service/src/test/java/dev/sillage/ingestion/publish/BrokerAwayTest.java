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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Broker.class)
class BrokerAwayTest {
    Broker broker;

    private final String source = "urn:test:" + UUID.randomUUID();

    @BeforeEach
    void theProducerIsWarm() {
        assertThat(Door.post(Door.ONE, Events.email(source, "before")).status()).isEqualTo(202);
        broker.goAway();
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
        long start = System.nanoTime();
        Answer away = Door.post(Door.ONE, Events.email(source, "away"));

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("broker-unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("1");
        assertThat(away.json().get("detail").asText()).contains("Repeat the whole request");
        assertThat(taken).isLessThan(ofSeconds(4));

        broker.comeBack();
        await().atMost(ofSeconds(30))
                .until(() -> Door.post(Door.ONE, Events.email(source, "back")).status() == 202);
        assertThat(StoredActivities.all().stream().map(record -> StoredActivities.header(record, "ce_id")))
                .contains("before", "back");
    }

    @Test
    void onceKnownTheAnswerDoesNotWaitAtAll() {
        await().atMost(ofSeconds(10)).until(() -> status("/q/health/ready") == 503);

        long start = System.nanoTime();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        Door.post(Door.ONE, Events.email(source, "away" + i)).status()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofSeconds(4));
    }

    @Test
    void livenessDoesNotMindAndRefusalsStillSayWhatIsWrong() {
        await().atMost(ofSeconds(10)).until(() -> status("/q/health/ready") == 503);

        assertThat(status("/q/health/live")).isEqualTo(200);
        assertThat(Door.post(Door.ONE, "{}").status()).isEqualTo(400);
    }

    private static int status(String path) {
        return Door.send(Door.request(path).build()).status();
    }
}
