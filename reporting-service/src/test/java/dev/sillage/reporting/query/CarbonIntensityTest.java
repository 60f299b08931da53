package dev.sillage.reporting.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.schema.Rollup;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class CarbonIntensityTest {
    private static final Instant TIME = Instant.parse("2025-08-10T20:30:20Z");
    private static final FunctionalUnit THREE_REQUESTS = FunctionalUnit.rounded("request", 3);

    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            FootprintEvent first = footprint("1", "whole", THREE_REQUESTS, 0.6, 0.3);
            send(
                    first,
                    first,
                    footprint("2", "whole", FunctionalUnit.rounded("request", 4), 0.1, 0.4),
                    footprint("3", "partial", THREE_REQUESTS, 0.6, 0.3),
                    footprint("4", "partial", null, 5.0, 5.0),
                    footprint("5", "partial", FunctionalUnit.rounded("request", 50), 5.0, null),
                    footprint("6", "mixed", THREE_REQUESTS, 0.6, 0.3),
                    footprint("7", "mixed", FunctionalUnit.rounded("image", 3), 0.6, 0.3),
                    footprint("8", "unknown", THREE_REQUESTS, 0.6, null));
            published = true;
        }
    }

    @Test
    void emissionsPerUnitAreLocationBasedAndEmbodiedOverWhatWasDelivered() {
        ValidatableResponse answer = ask("whole", "groupBy", "kind");

        String sci = "groups[0].sci.";
        answer.body(sci + "functionalUnit", equalTo("request"))
                .body(sci + "quantity", equalTo(7))
                .body(sci + "kgCo2ePerUnit.low", equalTo(new BigDecimal("0.1")))
                .body(sci + "kgCo2ePerUnit.central", equalTo(new BigDecimal("0.2")))
                .body(sci + "kgCo2ePerUnit.high", equalTo(new BigDecimal("0.4")))
                .body(sci + "activities", equalTo(2))
                .body("groups[0]", not(hasKey("sciMissing")))
                .body("totals.sci.quantity", equalTo(7));
    }

    @Test
    void quantitiesAreExactInLedgerAndRollups() {
        Tables tables = new Tables(database);

        String ofProject = " WHERE series_id IN (SELECT id FROM series WHERE project = 'whole')";
        BigDecimal seven = new BigDecimal("7");
        assertThat(tables.decimal("SELECT sum(functional_quantity) FROM ledger" + ofProject))
                .isEqualByComparingTo(seven);
        for (Rollup rollup : Rollup.values()) {
            assertThat(tables.decimal("SELECT sum(functional_quantity) FROM " + rollup.table() + ofProject))
                    .isEqualByComparingTo(seven);
            assertThat(tables.number("SELECT sum(functional_activities) FROM " + rollup.table() + ofProject))
                    .isEqualTo(2);
        }
    }

    @Test
    void activitiesOfWhichSomethingIsUnknownAreNotInItAndItSaysWhat() {
        ask("partial", "filter", "kind:llm-inference")
                .body("totals.sci.activities", equalTo(1))
                .body("totals.sci.kgCo2ePerUnit.central", equalTo(new BigDecimal("0.3")))
                .body("totals.sciMissing", hasItems("functional-unit", "ghg-embodied"));
    }

    @Test
    void withoutACriterionThereIsNoneAndItSaysWhich() {
        ask("unknown", "groupBy", "kind")
                .body("groups[0].sci", nullValue())
                .body("groups[0].sciMissing", equalTo(List.of("ghg-embodied")));
    }

    @Test
    void differentUnitsAreNeverAddedUp() {
        ask("mixed", "groupBy", "kind")
                .body("groups[0].sci", nullValue())
                .body("groups[0].sciMissing", equalTo(List.of("one-functional-unit")));
    }

    @Test
    void groupsThatMixKindsHaveNone() {
        ask("whole", "groupBy", "team").body("groups[0]", not(hasKey("sci"))).body("totals", not(hasKey("sci")));
    }

    @Test
    void theTableOfAGroupHasItsIntensity() {
        String csv = given().queryParam("from", "2025-08-10")
                .queryParam("to", "2025-08-12")
                .queryParam("interval", "none")
                .queryParam("filter", "project:whole")
                .queryParam("groupBy", "kind")
                .queryParam("criterion", "energy")
                .get("/v1/footprints?format=csv")
                .asString();

        assertThat(csv.lines().findFirst().orElseThrow()).endsWith("sci_kgco2e_per_unit_high,sci_activities");
        assertThat(csv.lines().skip(1).findFirst().orElseThrow()).endsWith(",request,7,0.1,0.2,0.4,2");
    }

    private static ValidatableResponse ask(String project, String parameter, String value) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .queryParam("from", "2025-08-10")
                .queryParam("to", "2025-08-12")
                .queryParam("filter", "project:" + project)
                .queryParam(parameter, value)
                .get("/v1/footprints")
                .then()
                .statusCode(200);
    }

    /** Low is half of central, high twice. */
    private static FootprintEvent footprint(
            String id, String project, @Nullable FunctionalUnit unit, double location, @Nullable Double embodied) {
        Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
        figures.put(Criterion.GHG_OPERATIONAL_LOCATION, Figure.rounded(location / 2, location, location * 2));
        if (embodied != null) {
            figures.put(Criterion.GHG_EMBODIED, Figure.rounded(embodied / 2, embodied, embodied * 2));
        }
        FootprintEvent plain = Footprints.of("sci", id, TIME, Map.of("team", "t", "project", project), figures);
        List<String> warnings = embodied == null ? List.of("no-data:ghg-embodied") : List.of();
        return Footprints.with(plain, warnings, unit, null);
    }

    private void send(FootprintEvent... footprints) {
        try (Log log = new Log(servers, database)) {
            log.publish(List.of(footprints).stream().map(Footprints::record).toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }
}
