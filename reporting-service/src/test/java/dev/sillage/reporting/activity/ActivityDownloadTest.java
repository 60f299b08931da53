package dev.sillage.reporting.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A large file as it is taken, or not taken to its end. */
@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(ActivityDownloadTest.OneAtATime.class)
class ActivityDownloadTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** One download of a tenant at a time, so that one that is left over shows. */
    public static final class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sillage.reporting.downloads.per-tenant", "1");
        }
    }

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @TestHTTPResource("/")
    URI address;

    private LargeDownload large;

    @BeforeEach
    void fill() {
        large = new LargeDownload(database);
        large.fill(servers, database);
    }

    @AfterEach
    void empty() {
        large.empty();
    }

    @Test
    void allOfThemComeInSeveralGroups() {
        try (ParquetTable table =
                ParquetTable.of(given().get(LargeDownload.PATH).asByteArray())) {
            assertThat(table.count()).isEqualTo(LargeDownload.ROWS);
            assertThat(table.rows("SELECT count(DISTINCT id) FROM it"))
                    .containsExactly(List.of(String.valueOf(LargeDownload.ROWS)));
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
            try (Socket reader = LargeDownload.ask(address)) {
                assertThat(reader.getInputStream().readNBytes(1000)).hasSize(1000);
                assertThat(large.transactions()).isOne();
            }
            awaitNothingIsRead();
        }
    }

    @Test
    void aDatabaseThatEndsTheReadingBreaksTheFileOff() throws IOException {
        try (Socket reader = LargeDownload.ask(address)) {
            byte[] begin = reader.getInputStream().readNBytes(1000);
            large.endTransactions();
            // Only who reads on late could meet an end that has been queued behind what was waiting for him.
            Awaitility.await().atMost(LIMIT).until(() -> large.transactions() == 0);
            String rest = new String(reader.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(new String(begin, StandardCharsets.ISO_8859_1)).contains("200 OK");
            // Told as facts, so that a failure does not fill the log with the file.
            assertThat(rest.contains("sillage-reporting"))
                    .as("it has the end of a file")
                    .isFalse();
            assertThat(rest.endsWith("0\r\n\r\n"))
                    .as("it has the end of an answer")
                    .isFalse();
        }
        awaitNothingIsRead();
    }

    @Test
    void onHttp2TheBrokenFileHasNoEndEither() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(address.resolve(LargeDownload.PATH)).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(1000)).hasSize(1000);
            large.endTransactions();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        awaitNothingIsRead();
    }

    @Test
    void aHeadRequestReadsNothing() {
        for (int i = 0; i < 3; i++) {
            given().head(LargeDownload.PATH).then().statusCode(200);
        }
        assertThat(large.transactions()).isZero();
        given().get(LargeDownload.NOTHING).then().statusCode(200);
    }

    private void awaitNothingIsRead() {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> large.transactions() == 0
                        && given().get(LargeDownload.NOTHING).statusCode() == 200);
    }
}
