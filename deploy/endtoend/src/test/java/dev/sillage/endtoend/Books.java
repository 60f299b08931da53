package dev.sillage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the running system reports, and what it should report: the same to the last digit. */
public record Books(RunningMachine system) {
    /** After which a wait is given up. */
    public static final Duration LIMIT = Duration.ofMinutes(3);

    private static final List<String> BOUNDS = List.of("low", "central", "high");

    /** Everything that was accepted is counted; the counts. */
    JsonNode awaitBalance() {
        return await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(() -> system.reporting().get("/v1/reconciliation").body(), Books::isSettled);
    }

    /** Everything that was accepted has arrived, counted or set aside; the counts. */
    public JsonNode awaitArrival() {
        return await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(() -> system.reporting().get("/v1/reconciliation").body(), Books::hasArrived);
    }

    private static boolean isSettled(JsonNode reconciliation) {
        return reconciliation.path("balanced").asBoolean() && hasArrived(reconciliation);
    }

    private static boolean hasArrived(JsonNode reconciliation) {
        return reconciliation.path("differences").path("accepted").asLong(-1) == 0
                && reconciliation.path("inFlight").path("calculation").asLong(-1) == 0
                && reconciliation.path("inFlight").path("reporting").asLong(-1) == 0;
    }

    /** What is reported of an application in a minute. */
    JsonNode groupOf(String application, Instant time) throws Exception {
        Instant minute = time.truncatedTo(ChronoUnit.MINUTES);
        Api.Answer answer = system.reporting()
                .get("/v1/footprints?interval=none&groupBy=application&filter=application:" + application + "&from="
                        + minute + "&to=" + minute.plus(1, ChronoUnit.MINUTES));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("groups").path(0);
    }

    /** What one activity costs: item is as {@code POST /v1/estimates} takes it. */
    JsonNode estimate(String item) throws Exception {
        Api.Answer answer = system.calculation().post("/v1/estimates?trace=false", "application/json", item);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("figures");
    }

    /** Fails unless the figures are the sums of the others, bound by bound. */
    static void assertSums(JsonNode figures, Iterable<JsonNode> each) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        each.forEach(one -> bounds(one).forEach((bound, value) -> expected.merge(bound, value, BigDecimal::add)));
        Map<String, BigDecimal> reported = bounds(figures);
        assertThat(reported.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (bound, value) -> assertThat(reported.get(bound)).as(bound).isEqualByComparingTo(value));
    }

    private static Map<String, BigDecimal> bounds(JsonNode figures) {
        Map<String, BigDecimal> bounds = new TreeMap<>();
        for (Map.Entry<String, JsonNode> figure : figures.properties()) {
            for (String bound : BOUNDS) {
                bounds.put(
                        figure.getKey() + " " + bound,
                        figure.getValue().path(bound).decimalValue());
            }
        }
        return bounds;
    }
}
