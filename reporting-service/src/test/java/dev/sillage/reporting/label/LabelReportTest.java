package dev.sillage.reporting.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.restate.StandInCalculation;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a project of its own. */
@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(Labelled.class)
class LabelReportTest {
    private static final Instant TIME = Instant.parse("2025-04-05T12:00:00Z");
    private static final String HOSTILE = "' OR '1'='1";

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ConfigProperty(name = "sillage.calculation.url")
    URI calculation;

    @Test
    void sumsAreByALabelThatWasNamedAndWhoDoesNotHaveItIsApart() {
        three("grouped");

        ask("grouped", "groupBy=label.cost-center,label.customer&interval=none")
                .body("groupBy", equalTo(List.of("label.cost-center", "label.customer")))
                .body("groups", hasSize(4))
                .body(central("a"), equalTo(5))
                .body(central(HOSTILE.replace("'", "\\'")), equalTo(2))
                .body(central(""), equalTo(1))
                .body("totals.figures.energy.central", equalTo(8));
    }

    @ParameterizedTest
    @CsvSource({"label.cost-center:a,2", "label.cost-center!=a,2", "label.cost-center:,1", "label.customer=x,1"})
    void filtersIncludeAndExclude(String filter, int activities) {
        three("filtered");

        ask("filtered", "filter=" + filter).body("totals.activities", equalTo(activities));
        given().queryParam("filter", "project:filtered", filter)
                .get("/v1/activities")
                .then()
                .statusCode(200)
                .body("activities", hasSize(activities));
        given().queryParam("from", "2025-04-05")
                .queryParam("to", "2025-04-06")
                .queryParam("filter", "project:filtered", filter)
                .get("/v1/sources")
                .then()
                .statusCode(200)
                .body("total.count", equalTo(activities));
    }

    @Test
    void aValueIsNeverMoreThanAValue() {
        three("hostile");

        given().queryParam("from", "2025-04-05")
                .queryParam("to", "2025-04-06")
                .queryParam("filter", "project:hostile", "label.cost-center=" + HOSTILE)
                .get("/v1/footprints")
                .then()
                .statusCode(200)
                .body("totals.activities", equalTo(1));
        given().queryParam("project", "hostile")
                .queryParam("label.cost-center", HOSTILE)
                .get("/v1/activities")
                .then()
                .statusCode(200)
                .body("activities.id", equalTo(List.of("3")));
    }

    @Test
    void theLargestStandAloneAndTheRestIsTogether() {
        three("largest");

        ask("largest", "groupBy=label.cost-center&top=1&rankBy=energy&interval=none")
                .body("groups[0].key.'label.cost-center'", equalTo("a"))
                .body("groups[1].other", equalTo(true))
                .body("groups[1].figures.energy.central", equalTo(3))
                .body("top.inOther", equalTo(2));
        given().get("/v1/footprints/top?from=2025-04-05&to=2025-04-06&filter=project:largest&criterion=energy"
                        + "&groupBy=label.cost-center,region&limit=1")
                .then()
                .statusCode(200)
                .body("largest[0].key", equalTo(Map.of("label.cost-center", "a", "region", "eu-west-3")))
                .body("other.groups", equalTo(2));
        given().get("/v1/footprints/top?from=2025-04-05&to=2025-04-06&filter=project:largest&criterion=energy&limit=1")
                .then()
                .statusCode(200)
                .body("largest[0].key.'label.customer'", equalTo("x"))
                .body("largest[0].key.region", equalTo("eu-west-3"));
    }

    @Test
    void aTableAndIntensitiesAreByItToo() {
        three("table");

        String csv = given().get("/v1/footprints?format=csv&from=2025-04-05&to=2025-04-06&filter=project:table"
                        + "&groupBy=label.cost-center,region&criterion=energy&interval=none")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("from,to,label.cost-center,region,criterion,");
        assertThat(csv).contains(",a,eu-west-3,energy,kWh,0,5,");
        given().get("/v1/intensity?from=2025-04-05&to=2025-04-06&filter=project:table&groupBy=label.customer")
                .then()
                .statusCode(200)
                .body("groups.key.'label.customer'", hasItems("x", ""));
    }

    @Test
    void regionsAreADimensionAndShownWithActivities() {
        three("regions");

        ask("regions", "groupBy=region&interval=none&filter=region!=").body("groups", hasSize(1));
        ask("regions", "groupBy=region&interval=none")
                .body("groups.key.region", hasItems("eu-west-3", ""))
                .body("totals.activities", equalTo(4));
        given().get("/v1/activities?project=regions&region=eu-west-3")
                .then()
                .statusCode(200)
                .body("activities", hasSize(2))
                .body("activities[0].region", equalTo("eu-west-3"));
        given().get("/v1/activities?project=regions&region=")
                .then()
                .statusCode(200)
                .body("activities[0]", not(hasKey("region")));
        assertThat(given().get("/v1/activities?project=regions&format=csv")
                        .then()
                        .extract()
                        .asString())
                .contains(",zone,region,labels,", ",FRA,eu-west-3,");
    }

    @Test
    void whatThereIsToAskForIsListedWithItsValues() {
        three("listed");
        send(List.of(Footprints.ofTenant(
                "label-neighbour", "urn:test:listed", footprint("listed", "9", Map.of("customer", "theirs"), 1))));

        given().get("/v1/dimensions")
                .then()
                .statusCode(200)
                .body("$", hasKey("region"))
                .body("'label.cost-center'.values", hasItems("a", HOSTILE))
                .body("'label.cost-center'.complete", equalTo(true))
                .body("'label.customer'.values", hasItem("x"))
                .body("'label.customer'.values", not(hasItem("theirs")))
                .body("region.values", hasItem("eu-west-3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groupBy=label.colour", "filter=label.colour:red", "groupBy=cost-center", "groupBy=labels"})
    void aLabelThatWasNotNamedIsRefusedWithWhatThereIs(String query) {
        given().get("/v1/footprints?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("region, team"))
                .body("detail", containsString("label.cost-center, label.customer"));
    }

    @Test
    void aCorrectionMovesTheFiguresToTheSeriesOfItsOwnLabels() {
        FootprintEvent wrong = footprint("moved", "1", Map.of("cost-center", "a"), 3);
        send(List.of(wrong, footprint("moved", "2", Map.of("cost-center", "a"), 1)));

        try (Log log = new Log(servers, database)) {
            log.publish(Footprints.correction(
                    Footprints.inRegion("eu-north-1", footprint("moved", "1", Map.of("cost-center", "b"), 2)),
                    "c",
                    TIME.plusSeconds(60)));
            log.awaitTaken(FootprintTopic.NAME);
        }

        ask("moved", "groupBy=label.cost-center&interval=none")
                .body(central("a"), equalTo(1))
                .body(central("b"), equalTo(2))
                .body("totals.activities", equalTo(2));
        ask("moved", "filter=region:eu-north-1").body("totals.figures.energy.central", equalTo(2));
    }

    /** As if the label had been named only after the activities had come. */
    @Test
    void activitiesFromBeforeALabelWasNamedGetItWhenTheyAreRestated() throws IOException {
        send(List.of(
                Footprints.with(footprint("restated-labels", "1", Map.of(), 3), List.of(), null, "{\"a\":1}"),
                Footprints.with(footprint("restated-labels", "2", Map.of(), 4), List.of(), null, "{\"a\":1}")));
        new Tables(database)
                .change("UPDATE ledger SET labels ="
                        + " '{\"team\":\"t\",\"project\":\"restated-labels\",\"customer\":\"late\"}'"
                        + " WHERE source = 'urn:test:restated-labels' AND activity_id = '2'");
        ask("restated-labels", "filter=label.customer:late").body("totals.activities", equalTo(0));

        StandInCalculation standIn = new StandInCalculation(calculation, Footprints.TENANT);
        try {
            String id = given().contentType(ContentType.JSON)
                    .body("{\"from\": \"2025-04-05T00:00:00Z\", \"to\": \"2025-04-06T00:00:00Z\","
                            + " \"reason\": \"labels\", \"methodology\": \"m-2\"}")
                    .post("/v1/restatements")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> given().get("/v1/restatements/" + id)
                    .then()
                    .extract()
                    .path("state")
                    .equals("done"));
        } finally {
            standIn.close();
        }

        ask("restated-labels", "groupBy=label.customer&interval=none")
                .body("groups.find { it.key.'label.customer' == 'late' }.figures.energy.central", equalTo(2))
                .body("groups.find { it.key.'label.customer' == '' }.figures.energy.central", equalTo(2))
                .body("totals.activities", equalTo(2));
    }

    @Test
    void anErasedActivityKeepsTheLabelsThatSumsAreBy() {
        FootprintEvent plain = footprint("erased-labels", "1", Map.of("customer", "kept", "owner", "Ada"), 1);
        try (Log log = new Log(servers, database)) {
            var record = Footprints.record(plain);
            var withSubject = new org.apache.kafka.clients.producer.ProducerRecord<>(
                    record.topic(),
                    null,
                    record.key(),
                    Footprints.json(plain)
                            .replaceFirst("}$", ",\"subject\":\"somebody\"}")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    record.headers());
            log.publish(List.of(withSubject));
            log.awaitTaken(FootprintTopic.NAME);
        }

        given().contentType(ContentType.JSON)
                .body(Map.of("subject", "somebody", "reason", "asked for"))
                .post("/v1/erasures")
                .then()
                .statusCode(200)
                .body("activities", equalTo(1));

        assertThat(new Tables(database).text("SELECT labels FROM ledger WHERE source = 'urn:test:erased-labels'"))
                .contains("kept")
                .doesNotContain("Ada");
        ask("erased-labels", "filter=label.customer:kept").body("totals.activities", equalTo(1));
    }

    @Test
    void beyondAThousandValuesNewOnesAreOtherAndNothingIsLost() {
        List<FootprintEvent> many = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            many.add(footprint("guarded", String.valueOf(i), Map.of("session", "guarded-" + i), 1));
        }

        send(many);

        long apart = new Tables(database)
                .number("SELECT count(*) FROM label_value WHERE tenant = 'local' AND label = 'session'");
        assertThat(apart).isEqualTo(1000);
        ask("guarded", "interval=none").body("totals.figures.energy.central", equalTo(1100));
        int others = ask("guarded", "filter=label.session:other&interval=none")
                .body("warnings.warning", hasItem("label-limit-reached:session"))
                .extract()
                .path("totals.activities");
        assertThat(others).isEqualTo(100);
        int alone = ask("guarded", "filter=label.session!=other&interval=none")
                .body("warnings.warning", not(hasItem("label-limit-reached:session")))
                .extract()
                .path("totals.activities");
        assertThat(others + alone).isEqualTo(1100);
        assertThat(new Tables(database)
                        .text("SELECT labels FROM ledger WHERE source = 'urn:test:guarded' AND activity_id = '1099'"))
                .as("the activity itself says what was sent")
                .contains("guarded-1099");
    }

    /** Cost centre a has 5 kWh in a region, a hostile one 2, and nobody 1. */
    private void three(String project) {
        send(List.of(
                Footprints.inRegion(
                        "eu-west-3", footprint(project, "1", Map.of("cost-center", "a", "customer", "x"), 3)),
                Footprints.inRegion("eu-west-3", footprint(project, "2", Map.of("cost-center", "a"), 2)),
                footprint(project, "3", Map.of("cost-center", HOSTILE), 2),
                footprint(project, "4", Map.of(), 1)));
    }

    private void send(List<FootprintEvent> footprints) {
        Log.report(servers, database, footprints);
    }

    private static FootprintEvent footprint(String project, String id, Map<String, String> labels, double kwh) {
        Map<String, String> all = new HashMap<>(labels);
        all.put("team", "t");
        all.put("project", project);
        return Footprints.of(project, id, TIME, all, Map.of(Criterion.ENERGY, Figure.rounded(0, kwh, 100)));
    }

    private static String central(String costCenter) {
        return "groups.findAll { it.key.'label.cost-center' == '" + costCenter + "' }.figures.energy.central.sum()";
    }

    private static ValidatableResponse ask(String project, String query) {
        return given().get("/v1/footprints?from=2025-04-05&to=2025-04-06&filter=project:" + project + "&" + query)
                .then()
                .statusCode(200);
    }
}
