package dev.sillage.reporting.intensity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.schema.FigureColumns;
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
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 5 prompts with 2500 tokens of two users, half an hour of video, and one activity of which nothing is told. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class IntensityTest {
    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            Log.report(
                    servers,
                    database,
                    List.of(
                            activity("1", "a", "request", 2, "{\"inputTokens\":1000,\"outputTokens\":500}", 2.0),
                            activity("2", "a", "request", 3, "{\"inputTokens\":400,\"outputTokens\":600}", 2.0),
                            // Its embodied emissions are not known, and its tokens are not told.
                            activity("3", "b", "request", 5, "{\"inputTokens\":\"\\u0000\"}", null),
                            activity("4", "c", "viewing-hour", 0.5, "{}", 1.0),
                            activity("5", "d", null, 0, null, 1.0)));
            Tables tables = new Tables(database);
            for (int i = 1; i <= 3; i++) {
                tables.change("UPDATE ledger SET subject = 'person-" + i % 2
                        + "' WHERE source = 'urn:test:intensity' AND activity_id = '" + i + "'");
            }
            published = true;
        }
    }

    @Test
    void aPromptIsWhatTheRollupsCountAsDelivered() {
        ask("unit=prompt")
                .body(of("prompt") + "functionalUnit", equalTo("request"))
                .body(of("prompt") + "countedBy", containsString("rollups"))
                .body(of("prompt") + "figures.energy.central", equalTo(1))
                .body(of("prompt") + "figures.energy.quantity", equalTo(10))
                .body(of("prompt") + "figures.energy.activities", equalTo(3))
                .body(of("prompt") + "figures.energy.unit", equalTo("kWh"))
                // Of the very same activities: those two that know it.
                .body(of("prompt") + "figures.ghg-embodied.quantity", equalTo(5))
                .body(of("prompt") + "figures.ghg-embodied.central", equalTo(new BigDecimal("0.8")))
                .body("groups[0].intensities", hasSize(1));
    }

    @Test
    void theSoftwareCarbonIntensityIsLocationBasedAndEmbodiedTogether() {
        ask("unit=prompt")
                .body(of("prompt") + "figures.sci.quantity", equalTo(5))
                .body(of("prompt") + "figures.sci.central", equalTo(new BigDecimal("1.8")));
        ask("unit=prompt&criterion=energy").body(of("prompt") + "figures", not(hasKey("sci")));
    }

    @Test
    void tokensAndUsersAreCountedInTheLedgerAndTheAnswerSaysSo() {
        ask("").body(of("1000-tokens") + "countedBy", containsString("ledger"))
                .body(of("1000-tokens") + "figures.energy.quantity", equalTo(new BigDecimal("2.5")))
                .body(of("1000-tokens") + "figures.energy.central", equalTo(2))
                .body(of("1000-tokens") + "figures.energy.activities", equalTo(2))
                .body(of("user") + "countedBy", containsString("subjects"))
                .body(of("user") + "figures.energy.quantity", equalTo(2))
                .body(of("user") + "figures.energy.central", equalTo(5))
                .body(of("user") + "figures.energy.activities", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource({"unit=1000-tokens", "unit=user", "'unit=user,prompt,1000-tokens'"})
    void oneOfThemAloneIsCountedAsBothTogether(String question) {
        ValidatableResponse answer = ask(question);

        if (question.contains("1000-tokens")) {
            answer.body(of("1000-tokens") + "figures.energy.quantity", equalTo(new BigDecimal("2.5")))
                    .body(of("1000-tokens") + "figures.energy.activities", equalTo(2));
        }
        if (question.contains("user")) {
            answer.body(of("user") + "figures.energy.quantity", equalTo(2))
                    .body(of("user") + "figures.energy.activities", equalTo(3));
        }
    }

    @Test
    void aUnitThatIsNamedAgainAndAgainIsCountedOnce() {
        ask("unit=" + String.join(",", Collections.nCopies(100, "user")))
                .body(of("user") + "figures.energy.quantity", equalTo(2));
    }

    @Test
    void theNumberOfUsersCanBeGiven() {
        ask("unit=user&users=4")
                .body(of("user") + "countedBy", equalTo("the parameter users"))
                .body(of("user") + "figures.energy.central", equalTo(4))
                .body(of("user") + "figures.energy.activities", equalTo(5));
    }

    @Test
    void anHourIsOfOneThingAndAnActivityOfAll() {
        ask("unit=hour,activity")
                .body(of("hour") + "functionalUnit", equalTo("viewing-hour"))
                .body(of("hour") + "figures.energy.central", equalTo(6))
                .body(of("activity") + "figures.energy.central", equalTo(new BigDecimal("3.2")))
                .body(of("activity") + "figures.energy.quantity", equalTo(5))
                .body(of("activity") + "figures.ghg-embodied.quantity", equalTo(4));
    }

    @Test
    void whatWasNotMeasuredIsAbsentWithAReasonAndNeverZero() {
        String teamD = "&filter=team=d";
        for (String unit : List.of("prompt", "1000-tokens", "hour", "user")) {
            ask("unit=" + unit + teamD)
                    .body("groups[0].activities", equalTo(1))
                    .body(of(unit) + "absent.code", equalTo("nothing-measured"))
                    .body("groups[0].intensities[0]", not(hasKey("figures")));
        }
        ask("unit=activity&filter=team=nobody").body(of("activity") + "absent.code", equalTo("no-activities"));
    }

    @Test
    void eachGroupHasItsOwn() {
        ask("unit=prompt&groupBy=team&criterion=energy")
                .body("groups", hasSize(4))
                .body("groups.find { it.key.team == 'a' }.intensities[0].figures.energy.quantity", equalTo(5))
                .body("groups.find { it.key.team == 'b' }.intensities[0].figures.energy.central", equalTo(1))
                .body("groups.find { it.key.team == 'c' }.intensities[0].absent.code", equalTo("nothing-measured"));
    }

    @Test
    void inARangeWithTooManyActivitiesTheLedgerIsNotRead() {
        new Tables(database)
                .change("INSERT INTO series (digest, tenant, kind, provider, model, zone, team, project, application,"
                        + " environment, methodology, factor_set, tier, warnings) VALUES"
                        + " ('7d444840-9dc0-81d1-b245-5ffdce740001', 'local', 'email', '', '', '', '', 'crowd', '', '',"
                        + " 'm', 'f', 'class', '')");
        new Tables(database)
                .change("INSERT INTO rollup_day (series_id, bucket, reported_on, activities, "
                        + String.join(", ", FigureColumns.BOUNDS) + ", "
                        + String.join(", ", FigureColumns.ACTIVITIES)
                        + ") SELECT id, '2023-02-03', '2023-02-03', 100001" + ", 1".repeat(24) + ", 100001".repeat(8)
                        + " FROM series WHERE project = 'crowd'");

        given().get("/v1/intensity?from=2023-02-03&to=2023-02-04&filter=project=crowd")
                .then()
                .body(of("1000-tokens") + "absent.code", equalTo("too-many-activities"))
                .body(of("user") + "absent.code", equalTo("too-many-activities"))
                .body(of("activity") + "figures.energy.activities", equalTo(100001));
    }

    @ParameterizedTest
    @CsvSource({
        "unit=mile,unit",
        "users=0,users",
        "users=5&groupBy=team,users",
        "asOf=2025-01-01,asOf",
        "interval=day,interval",
        "from=2025-01-02&to=2025-01-01,from"
    })
    void aBadQuestionIsRefused(String query, String parameter) {
        given().get("/v1/intensity?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter));
    }

    private static String of(String unit) {
        return "groups[0].intensities.find { it.unit == '" + unit + "' }.";
    }

    private static ValidatableResponse ask(String query) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .get("/v1/intensity?from=2023-02-01&to=2023-02-02&filter=project=intensity&" + query)
                .then()
                .statusCode(200);
    }

    /** With energy of 2, 3, 5, 3 and 3 kWh, and as many kilograms of location-based emissions. */
    private static FootprintEvent activity(
            String id,
            String team,
            @Nullable String unit,
            double quantity,
            @Nullable String data,
            @Nullable Double embodied) {
        double kwh = Map.of("1", 2.0, "2", 3.0, "3", 5.0, "4", 3.0, "5", 3.0).get(id);
        Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
        figures.put(Criterion.ENERGY, Figure.rounded(0, kwh, 100));
        figures.put(Criterion.GHG_OPERATIONAL_LOCATION, Figure.rounded(0, kwh, 100));
        if (embodied != null) {
            figures.put(Criterion.GHG_EMBODIED, Figure.rounded(0, embodied, 100));
        }
        return Footprints.with(
                Footprints.of(
                        "intensity",
                        id,
                        Instant.parse("2023-02-01T12:00:00Z"),
                        Map.of("team", team, "project", "intensity"),
                        figures),
                embodied == null ? List.of("no-data:ghg-embodied") : List.of(),
                unit == null ? null : FunctionalUnit.rounded(unit, quantity),
                data);
    }
}
