package dev.sillage.reporting.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.ParquetTable;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of 200,000 activities, larger than what lies between a server and a reader who does not read. */
@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(ActivityDownloadTest.Impatient.class)
class ActivityDownloadTest {
    private static final int ROWS = 200_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PATH = "/v1/activities?format=parquet&from=2017-01-01&to=2018-01-01";

    /** One download at a time; who takes nothing for eight seconds is let go. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sillage.reporting.downloads.per-tenant", "1", "quarkus.http.idle-timeout", "8S");
        }
    }

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @TestHTTPResource("/")
    URI address;

    @BeforeEach
    void fill() {
        Log.report(
                servers, database, List.of(Footprints.prompt("1", Instant.parse("2017-05-01T00:00:00Z"), "download")));
        Tables tables = new Tables(database);
        tables.change("INSERT INTO ledger (activity_digest, tenant, source, activity_id, series_id, retention_months,"
                + " occurred_at, accepted_at, footprint_id, energy_low, energy_central, energy_high)"
                + " SELECT gen_random_uuid(), tenant, 'urn:test:filling', n || '-' || md5(n::text), series_id,"
                + " retention_months, occurred_at + n * interval '1 second', accepted_at, gen_random_uuid(),"
                + " round(random()::numeric, 12), 1 + round(random()::numeric, 12), 2 + round(random()::numeric, 12)"
                + " FROM ledger, generate_series(1, " + (ROWS - 1) + ") n WHERE source = 'urn:test:download'");
        tables.change("ANALYZE ledger");
    }

    @AfterEach
    void empty() {
        new Tables(database).change("DELETE FROM ledger WHERE source = 'urn:test:filling'");
    }

    @Test
    void allOfThemComeInSeveralGroups() {
        try (ParquetTable table = ParquetTable.of(given().get(PATH).asByteArray())) {
            assertThat(table.count()).isEqualTo(ROWS);
            assertThat(table.rows("SELECT count(DISTINCT id) FROM it")).containsExactly(List.of(String.valueOf(ROWS)));
            assertThat(table.sum("energy_kwh_high"))
                    .isEqualByComparingTo(new Tables(database)
                            .decimal("SELECT sum(energy_high) FROM ledger WHERE occurred_at >= '2017-01-01'"
                                    + " AND occurred_at < '2018-01-01'"));
            assertThat(table.groups()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void aReaderWhoHangsUpLeavesNothingOpen() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (Socket reader = ask()) {
                assertThat(reader.getInputStream().readNBytes(1000)).hasSize(1000);
            }
            awaitNothingIsRead();
        }

        given().get(PATH).then().statusCode(200);
    }

    @Test
    void aReaderWhoDoesNotReadIsLetGoAndMeanwhileAnotherIsToldToWait() throws IOException {
        try (Socket reader = ask()) {
            assertThat(reader.getInputStream().readNBytes(1000)).hasSize(1000);

            given().get(PATH)
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/too-many-downloads"));
            given().get("/v1/activities").then().statusCode(200);

            awaitNothingIsRead();
        }
        given().get(PATH).then().statusCode(200);
    }

    @Test
    void aHeadRequestTakesNoTurn() {
        for (int i = 0; i < 3; i++) {
            given().head(PATH).then().statusCode(200);
        }
        assertThat(reading()).isZero();
        given().get(PATH).then().statusCode(200);
    }

    private Socket ask() throws IOException {
        Socket reader = new Socket();
        // Little room, so that the server soon has to wait.
        reader.setReceiveBufferSize(16 << 10);
        reader.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        reader.getOutputStream()
                .write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return reader;
    }

    private void awaitNothingIsRead() {
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> reading() == 0);
        // The turn is given back a moment after the connection.
        Awaitility.await().atMost(LIMIT).until(() -> given().head(PATH).statusCode() == 200 && free());
    }

    private boolean free() {
        return given().get("/v1/activities?format=parquet&from=1999-01-01&to=1999-01-02")
                        .statusCode()
                == 200;
    }

    /** Transactions of readers. */
    private long reading() {
        return new Tables(database)
                .number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'sillage-reporting-reader'"
                        + " AND xact_start IS NOT NULL");
    }
}
