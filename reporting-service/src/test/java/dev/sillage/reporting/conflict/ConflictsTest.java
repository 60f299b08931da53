package dev.sillage.reporting.conflict;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ConflictsTest {
    private static final Instant TIME = Instant.parse("2026-07-04T10:00:00Z");

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Tables tables;

    @BeforeEach
    void forgetConflicts() {
        tables = new Tables(database);
        tables.change("TRUNCATE identity_conflict");
    }

    @Test
    void aConflictSaysWhatWasCountedAndWhatCameLater() {
        FootprintEvent counted = Footprints.prompt("reused-id", TIME, "conflicts");
        FootprintEvent later = Footprints.prompt("reused-id", TIME.plusSeconds(60), "conflicts");

        try (Log log = new Log(servers, database)) {
            log.publish(List.of(Footprints.record(counted)));
            log.publish(List.of(Footprints.record(later), Footprints.record(later)));
            log.awaitTaken(FootprintTopic.NAME);
        }

        when().get("/v1/conflicts")
                .then()
                .statusCode(200)
                .body("conflicts", hasSize(1))
                .body("conflicts[0].source", equalTo("urn:test:conflicts"))
                .body("conflicts[0].id", equalTo("reused-id"))
                .body("conflicts[0].kind", equalTo("llm-inference"))
                .body("conflicts[0].counted.time", equalTo(TIME.toString()))
                .body(
                        "conflicts[0].notCounted.time",
                        equalTo(TIME.plusSeconds(60).toString()))
                .body("conflicts[0].notCounted.times", equalTo(2))
                .body("$", not(hasKey("next")));
        when().get("/v1/reconciliation").then().body("conflicts", not(equalTo(0)));
    }

    @Test
    void pagesShowEachConflictOnceWhateverArrivesInBetween() {
        for (int i = 0; i < 7; i++) {
            // Two of each moment.
            store("local", i, "2026-07-01T10:00:0" + i / 2 + "Z");
        }

        List<String> seen = new ArrayList<>();
        JsonPath page = page("limit=3");
        seen.addAll(page.getList("conflicts.id"));
        store("local", 99, "2026-07-01T11:00:00Z");
        tables.change("UPDATE identity_conflict SET times = times + 1, last_seen = now()");
        while (page.getString("next") != null) {
            page = page("limit=3&cursor=" + page.getString("next"));
            seen.addAll(page.getList("conflicts.id"));
        }

        assertThat(seen).containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6");
        assertThat(seen.get(0)).isEqualTo("6");
    }

    @Test
    void onlyThoseThatCameInTheRangeAreShown() {
        store("local", 1, "2026-07-01T09:59:59Z");
        store("local", 2, "2026-07-01T10:00:00Z");
        store("local", 3, "2026-07-01T11:00:00Z");

        assertThat(page("from=2026-07-01T10:00:00Z&to=2026-07-01T11:00:00Z").<String>getList("conflicts.id"))
                .containsExactly("2");
    }

    @Test
    void anotherTenantSeesNothing() {
        store("other", 1, "2026-07-01T10:00:00Z");

        when().get("/v1/conflicts").then().statusCode(200).body("conflicts", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=",
                "from=x",
                "from=2026-07-02&to=2026-07-01",
                "tenant=other",
                "limit=1&limit=2"
            })
    void aBadQuestionIsAProblem(String query) {
        given().when().get("/v1/conflicts?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    private void store(String tenant, int number, String firstSeen) {
        tables.change("INSERT INTO identity_conflict (activity_digest, content, tenant, source, activity_id, kind,"
                + " occurred_at, counted_at, times, first_seen, last_seen) VALUES (gen_random_uuid(), " + number + ", '"
                + tenant + "', 'urn:test:pages', '" + number + "', 'email', now(), now(), 1, '" + firstSeen
                + "', '" + firstSeen + "')");
    }

    private static JsonPath page(String query) {
        return when().get("/v1/conflicts?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
