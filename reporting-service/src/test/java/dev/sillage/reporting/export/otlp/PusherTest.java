package dev.sillage.reporting.export.otlp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.access.KeyProfile;
import dev.sillage.reporting.export.ExportProfile;
import dev.sillage.reporting.export.TeamFootprints;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Sums;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(CollectorAddress.class)
@TestProfile(ExportProfile.class)
class PusherTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<FootprintEvent> SENT = TeamFootprints.of("acme", "pushed", "llm-inference", 100, 1e-3);

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ConfigProperty(name = CollectorAddress.PORT, defaultValue = "0") // the tests of other profiles have none
    int port;

    @Test
    void theCollectorGetsTheSumsOfItsTenantAndNobodyElses() throws IOException {
        send();
        try (StandInCollector collector = new StandInCollector(port, 200)) {
            StandInCollector.Push push = await().atMost(LIMIT)
                    .until(() -> newest(collector), newest -> newest != null && activities(newest) == SENT.size());

            Sums sums = Sums.of(SENT);
            assertSum(push.metric("sillage.energy"), "W.h", Map.of(), sums, Criterion.ENERGY, 3);
            assertSum(
                    push.metric("sillage.ghg"),
                    "g",
                    Map.of("phase", "operational", "basis", "location"),
                    sums,
                    Criterion.GHG_OPERATIONAL_LOCATION,
                    3);
            assertSum(push.metric("sillage.water"), "L", Map.of("site", "on"), sums, Criterion.WATER_ON_SITE, 0);
            assertThat(StandInCollector.attributes(
                            push.metric("sillage.footprint.info").getGauge().getDataPoints(0)))
                    .containsEntry("factor_set", "2026.1+0123456789ab")
                    .containsEntry("warnings", "model-unknown zone-assumed");
            assertThat(push.credential()).isEqualTo(CollectorAddress.CREDENTIAL);
            assertThat(push.request().getResourceMetrics(0).getResource().getAttributesList())
                    .anyMatch(attribute -> attribute.getKey().equals("sillage.tenant")
                            && attribute.getValue().getStringValue().equals("acme"));
            assertThat(collector.pushes())
                    .noneMatch(any -> any.request().toString().contains("secret"));
        }
    }

    @Test
    void aCollectorThatIsAwayOrRefusesDisturbsNothingAndGetsAllLater() throws IOException {
        double failedBefore = pushes("failure");
        await().atMost(LIMIT).until(() -> pushes("failure") > failedBefore);

        send();

        try (StandInCollector collector = new StandInCollector(port, 500)) {
            double failed = pushes("failure");
            await().atMost(LIMIT)
                    .until(() ->
                            pushes("failure") > failed && !collector.pushes().isEmpty());
            double succeeded = pushes("success");
            collector.answer(200);
            await().atMost(LIMIT).until(() -> pushes("success") > succeeded);
            // The first ones may still tell the sums of a moment ago.
            await().atMost(LIMIT).untilAsserted(() -> assertThat(activities(newest(collector)))
                    .isEqualTo(SENT.size()));
        }
    }

    @Test
    void ofTwoReplicasOnePushesUntilItLeavesOrIsSilentForLong() throws SQLException {
        PushTurns first = new PushTurns(database);
        PushTurns second = new PushTurns(database);

        assertThat(first.take("two", Duration.ofMinutes(5))).isTrue();
        assertThat(second.take("two", Duration.ofMinutes(5))).isFalse();
        assertThat(first.take("two", Duration.ofMinutes(5))).isTrue();
        first.leave();
        assertThat(second.take("two", Duration.ofMillis(1))).isTrue();
        await().atMost(LIMIT).until(() -> first.take("two", Duration.ofMinutes(5)));
    }

    private void send() {
        try (Log log = new Log(servers, database)) {
            List<FootprintEvent> all = new ArrayList<>(SENT);
            all.addAll(TeamFootprints.of("globex", "secret", "email", 3, 1));
            log.publish(all.stream().map(Footprints::record).toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }

    private static StandInCollector.Push newest(StandInCollector collector) {
        List<StandInCollector.Push> pushes = collector.pushes();
        return pushes.isEmpty() ? null : pushes.get(pushes.size() - 1);
    }

    private static double activities(StandInCollector.Push push) {
        return push.metric("sillage.activities").getSum().getDataPointsList().stream()
                .mapToDouble(NumberDataPoint::getAsDouble)
                .sum();
    }

    private static void assertSum(
            Metric metric, String unit, Map<String, String> labels, Sums sums, Criterion criterion, int places) {
        assertThat(metric.getUnit()).isEqualTo(unit);
        assertThat(metric.getSum().getIsMonotonic()).isFalse();
        assertThat(metric.getSum().getAggregationTemporality())
                .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
        List<String> bounds = List.of("low", "central", "high");
        for (int bound = 0; bound < bounds.size(); bound++) {
            Map<String, String> wanted = new HashMap<>(labels);
            wanted.putAll(Map.of("team", "pushed", "kind", "llm-inference", "bound", bounds.get(bound)));
            double exact = sums.bound(criterion, bound).movePointRight(places).doubleValue();
            assertThat(metric.getSum().getDataPointsList())
                    .filteredOn(point -> StandInCollector.attributes(point).equals(wanted))
                    .singleElement()
                    .satisfies(point -> assertThat(point.getAsDouble()).isEqualTo(exact));
        }
    }

    private static double pushes(String outcome) {
        return given().header("Authorization", "Bearer " + KeyProfile.key("operator"))
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("sillage_export_pushes_total") && line.contains(outcome))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
