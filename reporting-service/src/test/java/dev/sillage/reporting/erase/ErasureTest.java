package dev.sillage.reporting.erase;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ErasureTest {
    private static final Instant TIME = Instant.parse("2026-02-03T10:00:00Z");
    private static final String SUM =
            "SELECT sum(energy_central) FROM rollup_minute r JOIN series s ON s.id = r.series_id WHERE project = 'erase'";

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void whatIdentifiesAPersonIsGoneAndEverySumStays() {
        List<FootprintEvent> sent =
                List.of(of("chat-of-user-4711", "user-4711"), of("b", "user-4711"), of("c", "user-47"), of("d", null));
        send(sent);
        Tables tables = new Tables(database);
        BigDecimal before = tables.decimal(SUM);

        given().contentType(ContentType.JSON)
                .body(Map.of("subject", "user-4711", "reason", "request 12 of the data protection officer"))
                .post("/v1/erasures")
                .then()
                .statusCode(200)
                .body("activities", equalTo(2));

        String rows =
                tables.text("SELECT string_agg(ledger::text, ' ') FROM ledger WHERE source LIKE 'urn:test:erase%'");
        assertThat(rows).doesNotContain("user-4711").contains("user-47", "chat-of-erased", "search");
        assertThat(tables.decimal(SUM)).isEqualByComparingTo(before);
        when().get("/v1/audit")
                .then()
                .body("entries.action", hasItem("subject-erased"))
                .body(not(containsString("4711")));
        when().get("/v1/erasures")
                .then()
                .body("erasures[0].activities", equalTo(2))
                .body(not(containsString("4711")));

        send(sent);
        assertThat(tables.decimal(SUM)).as("a copy is still a copy").isEqualByComparingTo(before);
        assertThat(tables.number("SELECT count(*) FROM ledger WHERE subject = 'user-4711'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                              | /subject",
                "[]                                              | ",
                "{\"subject\":\"\",\"reason\":\"r\"}               | /subject",
                "{\"subject\":\"u\"}                             | /reason",
                "{\"subject\":\"u9\",\"reason\":\"because of u9\"} | /reason",
                "{\"subject\":\"u9\",\"reason\":\"r\",\"x\":1}     | /x",
            })
    void aRequestThatSaysTooLittleErasesNothing(String body, String pointer) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/erasures")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("pointer", equalTo(pointer == null ? "" : pointer));
    }

    private void send(List<FootprintEvent> footprints) {
        try (Log log = new Log(servers, database)) {
            log.publish(footprints.stream().map(Footprints::record).toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }

    private static FootprintEvent of(String id, String subject) {
        FootprintEvent plain = Footprints.prompt(id, TIME, "erase");
        return new FootprintEvent(
                new ActivityReference(Footprints.TENANT, "urn:test:erase", id),
                plain.kind(),
                plain.time(),
                plain.acceptedAt(),
                subject,
                Map.of("team", "search", "project", "erase", "owner", "Ada"),
                plain.provider(),
                plain.model(),
                plain.zone(),
                plain.figures(),
                plain.methodology(),
                plain.factorSet(),
                plain.tier(),
                plain.warnings(),
                null,
                null);
    }
}
