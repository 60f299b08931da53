package dev.sillage.reporting.aggregate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class AggregationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:30Z");

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void aFootprintIsInTheLedgerInEveryRollupAndInTheAnswer() {
        try (Log log = new Log(servers, database)) {
            log.publish(Footprints.record(Footprints.prompt("first", NOON, "first"), 0));
            log.awaitTaken(FootprintTopic.NAME);
        }

        given().queryParam("from", "2026-03-01")
                .queryParam("to", "2026-03-02")
                .queryParam("filter", "project:first")
                .get("/v1/footprints")
                .then()
                .statusCode(200)
                .body("totals.activities", equalTo(1));
        assertThat(new Tables(database).number("SELECT count(*) FROM ledger")).isEqualTo(1);
    }
}
