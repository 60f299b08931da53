package dev.sillage.ingestion.publish;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Acknowledgements that come after four seconds are as good as none. */
@QuarkusTest
@WithTestResource(Broker.class)
@TestProfile(SlowBrokerTest.LateAcknowledgements.class)
class SlowBrokerTest {
    /** The producer keeps its records back for eight seconds, which looks like a slow broker to everything above it. */
    public static final class LateAcknowledgements implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.messaging.outgoing.activities.linger.ms",
                    "8000",
                    "mp.messaging.outgoing.activities.delivery.timeout.ms",
                    "30000",
                    "sillage.ingestion.publish.acknowledgement-timeout",
                    "1s");
        }
    }

    private static final int REQUESTS = 10;

    private final String source = "urn:test:" + UUID.randomUUID();

    @Test
    void nobodyWaitsForLongAndFurtherRequestsDoNotWaitAtAll() {
        await().atMost(ofSeconds(30))
                .until(() -> Door.send(Door.request("/q/health/ready").build()).status() == 200);

        List<CompletableFuture<List<Answer>>> senders = IntStream.range(0, 3)
                .mapToObj(sender -> CompletableFuture.supplyAsync(() -> oneAfterTheOther(sender)))
                .toList();

        List<Answer> answers =
                senders.stream().flatMap(sender -> sender.join().stream()).toList();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
        assertThat(answers).extracting(Answer::code).contains("broker-unavailable", "saturated");
    }

    @Test
    void whatASenderHeldIsGivenBackAlthoughItWentAway() throws Exception {
        String event = Events.email(source, "gone");
        try (Wire wire = new Wire()) {
            wire.send("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Door.ONE
                    + "\r\nContent-Length: " + event.length() + "\r\n\r\n" + event);
            await().atMost(ofSeconds(10)).until(() -> bytesInFlight() > 0);
        }

        await().atMost(ofSeconds(30)).until(() -> bytesInFlight() == 0);
    }

    private static double bytesInFlight() {
        return Door.send(Door.request("/q/metrics").build())
                .text()
                .lines()
                .filter(line -> line.startsWith("sillage_ingestion_in_flight_bytes "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private List<Answer> oneAfterTheOther(int sender) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> Door.post(Door.ONE, Events.email(source, sender + "-" + i)))
                .toList();
    }
}
