package dev.sillage.reporting.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.platform.Varied;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ActivitySelectionTest {
    private static final Instant START = Instant.parse("2022-03-01T00:00:00Z");
    private static final List<FootprintEvent> SENT = Varied.over("selection", 400, START, Duration.ofDays(40));

    private static boolean published;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void publish() {
        if (!published) {
            Log.report(servers, database, SENT);
            published = true;
        }
    }

    @Test
    void everyFilterLeavesWhatItSaysNewestFirstAndNothingTwice() {
        assertListed("kind=email", is("kind", "email"));
        assertListed("provider=openai&model=gpt-5", is("model", "gpt-5"));
        assertListed(
                "zone=FRA&filter=team!=sales",
                is("zone", "FRA").and(is("team", "sales").negate()));
        assertListed("tier=registry&team=legal", is("tier", "registry").and(is("team", "legal")));
        assertListed(
                "from=2022-03-05&to=2022-03-20T12:00:00Z",
                footprint -> !footprint.time().isBefore(Instant.parse("2022-03-05T00:00:00Z"))
                        && footprint.time().isBefore(Instant.parse("2022-03-20T12:00:00Z")));
        assertListed("source=urn:test:selection&kind=embedding", is("kind", "embedding"));
        assertListed("label=team=search&zone=USA", is("team", "search").and(is("zone", "USA")));
        assertListed("label=team=search&label=project=another", footprint -> false);
        assertListed("source=urn:test:nobody", footprint -> false);
    }

    @Test
    void whatIsNotKeptAnyMoreDoesNotHideWhatIsOlder() {
        List<FootprintEvent> two = List.of(
                Footprints.prompt("old", Instant.parse("2021-01-05T00:00:00Z"), "gone"),
                Footprints.prompt("gone", Instant.parse("2021-03-05T00:00:00Z"), "gone"));
        Log.report(servers, database, two);
        new Tables(database).change("DELETE FROM ledger WHERE source = 'urn:test:gone' AND activity_id = 'gone'");

        JsonPath page = page("project=gone&limit=1");

        assertThat(page.<String>getList("activities.id")).containsExactly("old");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=abc,cursor",
        "cursor=MTIz,cursor",
        "label=team,label",
        "label==x,label",
        "label=a=1&label=a=2,label",
        "source=%00,source",
        "team=%00,team",
        "filter=colour=red,filter",
        "from=2025-01-02&to=2025-01-01,from",
        "colour=red,colour",
        "format=csv&limit=5,limit",
        "format=csv&cursor=abc,cursor",
        "format=parquet&limit=5,limit",
        "format=parquet&cursor=abc,cursor",
        "format=parquet&from=2025-01-02&to=2025-01-01,from",
        "format=parquet&filter=colour=red,filter",
        "format=parquet&colour=red,colour",
        "format=xml,format"
    })
    void aBadQuestionIsRefused(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .get("/v1/activities?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter));
    }

    @Test
    void sqlInALabelIsOnlyText() {
        given().queryParam("label", "x' OR '1'='1=y", "team='; DROP TABLE ledger; --")
                .queryParam("source", "' OR 1=1 --")
                .get("/v1/activities")
                .then()
                .statusCode(200)
                .body("activities.size()", equalTo(0));
    }

    @Test
    void anUnknownParameterIsAnsweredWithTheKnownOnes() {
        given().get("/v1/activities?colour=red")
                .then()
                .statusCode(400)
                .body("detail", containsString("from, to, kind, provider, model, zone, region, team"));
    }

    @Test
    void aTableHasAllOfThemAndNoFormulas() {
        FootprintEvent formula = Footprints.of(
                "formula-table",
                "=1+1",
                Instant.parse("2022-03-02T00:00:00Z"),
                Map.of("team", "@SUM(A1)", "project", "selection"),
                SENT.get(0).figures());
        Log.report(servers, database, List.of(formula));

        List<String> rows = given().accept("text/csv")
                .get("/v1/activities?project=selection")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Transfer-Encoding", "chunked")
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(rows).hasSize(1 + SENT.size() + 1);
        assertThat(rows.get(0))
                .startsWith(
                        "time,source,id,kind,provider,model,zone,region,labels,accepted_at,reported_at,energy_kwh_low,"
                                + "energy_kwh_central,energy_kwh_high,ghg_operational_location_kgco2e_low")
                .endsWith("methodology,factor_set,tier,warnings,functional_unit,functional_quantity");
        assertThat(rows)
                .filteredOn(row -> row.contains("formula-table"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).contains(",'=1+1,");
                    assertThat(row)
                            .contains(","
                                    + formula.figures()
                                            .get(Criterion.ENERGY)
                                            .central()
                                            .toPlainString() + ",");
                });
    }

    @Test
    void aTableOfMoreThanOnePageIsWhole() {
        List<FootprintEvent> many =
                Varied.over("long-table", 1300, Instant.parse("2021-06-01T00:00:00Z"), Duration.ofMinutes(5));
        Log.report(servers, database, many);

        for (String filter :
                List.of("project=long-table", "from=2021-06-01&to=2021-06-02", "source=urn:test:long-table")) {
            List<String> rows = given().get("/v1/activities?format=csv&" + filter)
                    .asString()
                    .lines()
                    .skip(1)
                    .toList();
            assertThat(rows).hasSize(many.size()).doesNotHaveDuplicates();
            assertThat(rows)
                    .extracting(row -> Instant.parse(row.substring(0, row.indexOf(','))))
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void aTableThatWouldBeTooLongIsRefused() {
        Tables tables = new Tables(database);
        tables.change(
                "UPDATE rollup_day SET activities = activities + 2000000 WHERE series_id IN (SELECT id FROM series"
                        + " WHERE project = 'selection') AND bucket = '2022-03-03'");
        try {
            given().get("/v1/activities?format=csv&from=2022-03-03&to=2022-03-04")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/too-many-activities"))
                    .body("detail", containsString("1000000"));
        } finally {
            tables.change("UPDATE rollup_day SET activities = activities - 2000000 WHERE series_id IN (SELECT id FROM"
                    + " series WHERE project = 'selection') AND bucket = '2022-03-03'");
        }
    }

    private static void assertListed(String query, Predicate<FootprintEvent> meant) {
        List<String> expected = SENT.stream()
                .filter(meant)
                .map(footprint -> footprint.activity().id())
                .toList();
        List<String> listed = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = page("project=selection&limit=37&" + query + cursor);
            listed.addAll(page.getList("activities.id"));
            times.addAll(page.getList("activities.time"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        // The formula of another test is of this project too.
        listed.remove("=1+1");
        assertThat(listed).as(query).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(times.stream().map(Instant::parse)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static Predicate<FootprintEvent> is(String dimension, String value) {
        return footprint -> value.equals(Varied.value(footprint, dimension));
    }

    private static JsonPath page(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/activities?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
