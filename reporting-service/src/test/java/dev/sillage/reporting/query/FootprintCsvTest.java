package dev.sillage.reporting.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Samples;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class FootprintCsvTest {
    private static final Instant TIME = Instant.parse("2025-07-01T10:00:00Z");

    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            try (Log log = new Log(servers, database)) {
                log.publish(Footprints.record(Footprints.of(
                        "formula",
                        "f",
                        TIME,
                        Map.of("team", "=1+1", "project", "formula", "application", "a,b"),
                        Samples.over("csv", 1, TIME, Duration.ofHours(1)).get(0).figures())));
                log.awaitTaken(FootprintTopic.NAME);
            }
            published = true;
        }
    }

    @Test
    void csvHasARowPerPointAndCriterionAndNoFormulas() {
        String csv = given().accept("text/csv")
                .queryParam("from", "2025-07-01")
                .queryParam("to", "2025-07-02")
                .queryParam("interval", "hour")
                .queryParam("groupBy", "team,application")
                .queryParam("criterion", "energy")
                .get("/v1/footprints")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();

        assertThat(csv.lines())
                .hasSize(2)
                .first()
                .isEqualTo(
                        "from,to,team,application,criterion,unit,low,central,high,activities,all_activities,"
                                + "methodologies,tiers,warnings,functional_unit,functional_quantity,"
                                + "sci_kgco2e_per_unit_low,sci_kgco2e_per_unit_central,sci_kgco2e_per_unit_high,sci_activities");
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .startsWith("2025-07-01T10:00:00Z,2025-07-01T11:00:00Z,'=1+1,\"a,b\",energy,kWh,")
                .contains(",1,1,sillage-2026.1@2026.1+0123456789ab,class,")
                .endsWith("model-unknown,,,,,,");
    }

    @Test
    void formatWinsOverTheAcceptHeader() {
        given().accept("application/json")
                .get("/v1/footprints?format=csv&interval=none")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8");
    }

    @Test
    void rowsAreSentAsTheyAreWritten() {
        given().get("/v1/footprints?format=csv&from=2025-07-01&to=2025-07-02&interval=minute")
                .then()
                .statusCode(200)
                // Nobody has counted the bytes before the first one is sent.
                .header("Transfer-Encoding", "chunked")
                .header("Content-Length", nullValue());
    }
}
