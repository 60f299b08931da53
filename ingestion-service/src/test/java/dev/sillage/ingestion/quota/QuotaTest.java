package dev.sillage.ingestion.quota;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Broker.class)
@TestProfile(QuotaTest.TenADay.class)
class QuotaTest {
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    private final String source = "urn:test:" + UUID.randomUUID();

    /** A test that began on one day and ended on the next would have the quota of both. */
    @BeforeEach
    void theDayIsNotAboutToEnd() {
        await().atMost(ENOUGH.multipliedBy(2))
                .until(() -> Duration.between(LocalTime.now(UTC), LocalTime.MAX).compareTo(ENOUGH) > 0);
    }

    /** One test, because the day of the one tenant is the same for all of them. */
    @Test
    void beyondTheQuotaNothingIsStoredAndTheAnswerSaysWhen() {
        Answer within = Door.post(Door.LINES, events(7));
        Answer tooMany = Door.post(Door.LINES, events(4));
        Answer rest = Door.post(Door.LINES, events(3));
        Answer none = Door.send(Door.request("/v1/traces")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());

        assertThat(within.status()).isEqualTo(202);
        assertThat(within.header("RateLimit")).startsWith("\"day\";r=3;t=");
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.code()).isEqualTo("quota-exceeded");
        assertThat(tooMany.json().path("detail").asText()).contains("may send 3 more events today");
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(1, 86_401);
        assertThat(tooMany.header("RateLimit-Policy")).isEqualTo("\"day\";q=10;w=86400");
        assertThat(rest.status()).isEqualTo(202);
        assertThat(none.status()).isEqualTo(429);
        assertThat(none.json().path("code").asInt()).isEqualTo(8);
        assertThat(none.header("Retry-After")).isNotEmpty();
        assertThat(StoredActivities.ofSource(source)).hasSize(10);
    }

    private String events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Events.email(source, UUID.randomUUID().toString()))
                .collect(Collectors.joining("\n"));
    }

    /** A small quota. */
    public static class TenADay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sillage.quota.events-per-day", "10");
        }
    }
}
