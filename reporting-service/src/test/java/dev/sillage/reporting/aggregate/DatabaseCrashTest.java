package dev.sillage.reporting.aggregate;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Database;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Samples;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class DatabaseCrashTest {
    private static final Instant START = Instant.parse("2026-04-02T08:00:00Z");
    private static final int BATCHES = 30;
    private static final int PER_BATCH = 200;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ConfigProperty(name = "sillage.test.database.directory")
    Path directory;

    @ConfigProperty(name = "sillage.test.database.port")
    int port;

    @Test
    void aCrashOfTheDatabaseUnderLoadLosesNothingCountsNothingTwiceAndKeepsTheServiceAlive() {
        List<FootprintEvent> sent = Samples.over("crash", BATCHES * PER_BATCH, START, Duration.ofHours(2));
        try (Log log = new Log(servers, database)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                if (batch == BATCHES / 3) {
                    Database.crash(directory);
                }
                log.publish(sent.subList(batch * PER_BATCH, (batch + 1) * PER_BATCH).stream()
                        .map(Footprints::record)
                        .toList());
            }
            whileAway();
            log.awaitTaken(FootprintTopic.NAME);
        }

        Tables tables = new Tables(database);
        assertThat(tables.number("SELECT count(*) FROM ledger WHERE source = 'urn:test:crash'"))
                .isEqualTo(sent.size());
        assertThat(tables.number("SELECT sum(activities) FROM rollup_minute r JOIN series s ON s.id = r.series_id"
                        + " WHERE project = 'crash'"))
                .isEqualTo(sent.size());
        given().get("/v1/footprints").then().statusCode(200);
    }

    @Test
    void aCommitIsDurableWhateverTheServersDefaultIs() {
        Tables tables = new Tables(database);
        assertThat(tables.text("SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'"))
                .isEqualTo("off");

        assertThat(tables.text("SHOW synchronous_commit")).isEqualTo("on");
    }

    private void whileAway() {
        try {
            when().get("/v1/footprints")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("type", equalTo("/problems/database-unavailable"));
            when().get("/v1/reconciliation").then().statusCode(503);
            when().get("/q/health/live").then().statusCode(200);
            when().get("/q/health/ready").then().statusCode(503);
        } finally {
            Database.startAgain(directory, port);
        }
    }
}
