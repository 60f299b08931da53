package dev.sillage.reporting.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader who begins a large file and then takes nothing more. */
@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(StalledDownloadTest.Impatient.class)
class StalledDownloadTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** One download of a tenant at a time; who takes nothing for ten seconds is let go. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sillage.reporting.downloads.per-tenant", "1", "quarkus.http.idle-timeout", "10S");
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
    void aReaderWhoDoesNotReadIsLetGoAndMeanwhileAnotherIsToldToWait() throws IOException {
        try (Socket reader = LargeDownload.ask(address)) {
            Awaitility.await().atMost(LIMIT).until(() -> large.transactions() > 0);

            given().get(LargeDownload.NOTHING)
                    .then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/too-many-downloads"));
            given().get("/v1/activities").then().statusCode(200);

            awaitNothingIsRead();
            assertThat(reader.isClosed()).isFalse();
        }
    }

    private void awaitNothingIsRead() {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> large.transactions() == 0
                        && given().get(LargeDownload.NOTHING).statusCode() == 200);
    }
}
