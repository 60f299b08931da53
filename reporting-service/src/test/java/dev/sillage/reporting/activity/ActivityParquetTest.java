package dev.sillage.reporting.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.ParquetTable;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import dev.sillage.reporting.platform.Varied;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ActivityParquetTest {
    private static final Instant START = Instant.parse("2019-03-01T00:00:00Z");
    private static final List<String> BOUNDS = List.of("low", "central", "high");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void sumsOfTheFileAreTheReportToTheLastDigit() {
        Log.report(servers, database, Varied.over("parquet-sums", 1500, START, Duration.ofDays(40)));

        for (String filter : List.of(
                "project=parquet-sums", "project=parquet-sums&filter=team!=sales", "project=parquet-sums&kind=email")) {
            String range = "&from=2019-03-02&to=2019-03-20";
            String figures = filter.replaceAll("(^|&)(project|kind)=", "$1filter=$2=");
            JsonNode totals = totals(figures + range);
            try (ParquetTable table = table(filter + range)) {
                assertThat(table.count())
                        .isPositive()
                        .isEqualTo(totals.get("activities").asLong());
                for (Criterion criterion : Criterion.values()) {
                    JsonNode reported = totals.at("/figures/" + criterion.wireName());
                    for (String bound : BOUNDS) {
                        assertThat(table.sum(column(criterion, bound)))
                                .as(filter + " " + criterion + " " + bound)
                                .isEqualByComparingTo(reported.get(bound).decimalValue());
                    }
                    assertThat(table.rows("SELECT count(" + column(criterion, "central") + ") FROM it"))
                            .containsExactly(List.of(reported.get("activities").asText()));
                }
            }
        }
    }

    @Test
    void aRowIsWhatTheLedgerKnows() {
        FootprintEvent sent = Footprints.with(
                Footprints.of(
                        "parquet-row",
                        "row-1",
                        Instant.parse("2019-01-02T03:04:05.123456Z"),
                        Map.of("team", "=1+1", "project", "parquet-row", "cost-centre", "é 7"),
                        Map.of(Criterion.ENERGY, Figure.rounded(0.0011, 0.0023, 0.0047))),
                List.of("model-unknown", "zone-unknown"),
                FunctionalUnit.rounded("request", 3),
                "{}");
        Log.report(servers, database, List.of(sent));

        try (ParquetTable table = table("source=urn:test:parquet-row")) {
            assertThat(table.rows("SELECT tenant, source, id, kind, provider, model, zone, labels['team'],"
                            + " labels['cost-centre'], len(map_keys(labels)), methodology, factor_set, tier,"
                            + " warnings, functional_unit, functional_quantity = 3, energy_kwh_low = 0.0011,"
                            + " energy_kwh_central = 0.0023, energy_kwh_high = 0.0047, figures_beyond_decimal FROM it"))
                    .containsExactly(Arrays.asList(
                            "local",
                            "urn:test:parquet-row",
                            "row-1",
                            "llm-inference",
                            "anthropic",
                            "claude-opus-4",
                            "FRA",
                            "=1+1",
                            "é 7",
                            "3",
                            "sillage-2026.1",
                            "2026.1+0123456789ab",
                            "class",
                            "[model-unknown, zone-unknown]",
                            "request",
                            "true",
                            "true",
                            "true",
                            "true",
                            null));
            assertThat(
                            table.rows(
                                    "SELECT epoch_us(time) - epoch_us(TIMESTAMPTZ '2019-01-02T03:04:05.123456Z'),"
                                            + " epoch_us(accepted_at) - epoch_us(time), reported_at > accepted_at, footprint_id FROM it"))
                    .containsExactly(List.of(
                            "0",
                            "1000000",
                            "true",
                            new Tables(database)
                                    .text("SELECT footprint_id FROM ledger WHERE source = 'urn:test:parquet-row'")));
        }
    }

    @Test
    void whatIsUnknownIsAbsentAndNeverZero() {
        Log.report(
                servers,
                database,
                List.of(Footprints.prompt("1", Instant.parse("2019-01-03T00:00:00Z"), "parquet-null")));

        try (ParquetTable table = table("source=urn:test:parquet-null")) {
            assertThat(table.sum("energy_kwh_central")).isEqualByComparingTo("0.0023");
            for (String unknown : List.of(
                    "water_on_site_l_low",
                    "adpe_kgsbe_high",
                    "functional_quantity",
                    "functional_unit",
                    "figures_beyond_decimal")) {
                assertThat(table.rows("SELECT count(*), count(" + unknown + ") FROM it"))
                        .as(unknown)
                        .containsExactly(List.of("1", "0"));
            }
        }
    }

    @Test
    void aFigureThatNoDecimalHoldsStandsBesideItAndTheSumStaysExact() {
        Instant time = Instant.parse("2018-01-03T00:00:00Z");
        Log.report(
                servers,
                database,
                List.of(
                        beyond("small", time, "1E-30", "0.5", "0.75"),
                        beyond("large", time, "1", "2", "1.5E+200"),
                        beyond("usual", time, "1", "2", "3")));

        JsonNode energy = totals("filter=project=parquet-beyond&from=2018-01-03&to=2018-01-04")
                .at("/figures/energy");
        try (ParquetTable table = table("project=parquet-beyond")) {
            assertThat(table.rows("SELECT id, figures_beyond_decimal FROM it ORDER BY id"))
                    .containsExactly(
                            List.of("large", "{\"energy_kwh_high\":\"1.5E+200\"}"),
                            List.of("small", "{\"energy_kwh_low\":\"1E-30\"}"),
                            Arrays.asList("usual", null));
            assertThat(table.metadata()).containsEntry("sillage.activities_beyond_decimal", "2");
            assertThat(table.sum("energy_kwh_low").add(new BigDecimal("1E-30")))
                    .isEqualByComparingTo(energy.get("low").decimalValue());
            assertThat(table.sum("energy_kwh_central"))
                    .isEqualByComparingTo(energy.get("central").decimalValue());
            assertThat(table.sum("energy_kwh_high").add(new BigDecimal("1.5E+200")))
                    .isEqualByComparingTo(energy.get("high").decimalValue());
        }
    }

    @Test
    void anEmptyRangeIsAFileWithoutRowsAndWithEveryColumn() throws JsonProcessingException {
        try (ParquetTable table = table("from=1999-01-01&to=1999-01-02&filter=team=nobody&label=a=b")) {
            assertThat(table.count()).isZero();
            assertThat(table.types())
                    .hasSize(44)
                    .containsEntry("time", "TIMESTAMP WITH TIME ZONE")
                    .containsEntry("labels", "MAP(VARCHAR, VARCHAR)")
                    .containsEntry("energy_kwh_low", "DECIMAL(38,26)")
                    .containsEntry("adpe_kgsbe_low", "DECIMAL(38,32)")
                    .containsEntry("warnings", "VARCHAR[]")
                    .containsEntry("footprint_id", "UUID");
            Map<String, String> metadata = table.metadata();
            assertThat(metadata)
                    .containsEntry("sillage.from", "1999-01-01T00:00:00Z")
                    .containsEntry("sillage.to", "1999-01-02T00:00:00Z")
                    .containsEntry("sillage.filters", "[\"team:nobody\"]")
                    .containsEntry("sillage.labels", "{\"a\":\"b\"}")
                    .containsEntry("sillage.activities_beyond_decimal", "0");
            assertThat(Instant.parse(metadata.get("sillage.read_at")))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            assertThat(JSON.readTree(metadata.get("sillage.units"))
                            .get("water_on_site_l_high")
                            .asText())
                    .isEqualTo("L");
        }
    }

    @Test
    void theHeaderAcceptAsksForItToo() {
        Response answer =
                given().accept("application/vnd.apache.parquet").get("/v1/activities?from=1999-01-01&to=1999-01-02");

        assertThat(answer.contentType()).isEqualTo("application/vnd.apache.parquet");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"activities.parquet\"");
    }

    @Test
    void figuresAreNotSentAsParquet() {
        given().get("/v1/footprints?format=parquet").then().statusCode(400);
    }

    private static FootprintEvent beyond(String id, Instant time, String low, String central, String high) {
        return Footprints.of(
                "parquet-beyond",
                id,
                time,
                Map.of("project", "parquet-beyond"),
                Map.of(
                        Criterion.ENERGY,
                        new Figure(new BigDecimal(low), new BigDecimal(central), new BigDecimal(high))));
    }

    private static String column(Criterion criterion, String bound) {
        return criterion.wireName().replace('-', '_') + "_" + criterion.unit().toLowerCase(Locale.ROOT) + "_" + bound;
    }

    private static JsonNode totals(String query) {
        try {
            return JSON.readTree(
                            given().get("/v1/footprints?interval=none&" + query).asString())
                    .get("totals");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ParquetTable table(String query) {
        Response answer = given().get("/v1/activities?format=parquet&" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ParquetTable.of(answer.asByteArray());
    }
}
