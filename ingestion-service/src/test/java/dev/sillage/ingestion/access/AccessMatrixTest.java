package dev.sillage.ingestion.access;

import static dev.sillage.ingestion.StoredActivities.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every credential at every door. */
@QuarkusTest
@WithTestResource(Broker.class)
@TestProfile(KeyProfile.class)
class AccessMatrixTest {
    private final String source = "urn:test:" + UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "none,          /v1/events,      401",
        "none,          /v1/traces,      401",
        "none,          /v1/logs,        401",
        "none,          /otlp/v1/traces, 401",
        "none,          /v1/metrics,     401",
        "none,          /v1/import/csv,  401",
        "acme-read,     /v1/import/csv,  403",
        "expired,       /v1/metrics,     401",
        "acme-read,     /v1/metrics,     403",
        "acme-ingest,   /v1/metrics,     200",
        "none,          /v1/usage/openai, 401",
        "acme-read,     /v1/usage/openai, 403",
        "acme-ingest,   /v1/usage/openai, 400",
        "basic,         /v1/events,      401",
        "nonsense,      /v1/events,      401",
        "unknown,       /v1/events,      401",
        "wrong-secret,  /v1/events,      401",
        "expired,       /v1/events,      401",
        "expired,       /v1/traces,      401",
        "revoked,       /v1/events,      401",
        "acme-read,     /v1/events,      403",
        "acme-read,     /v1/traces,      403",
        "acme-admin,    /v1/events,      403",
        "acme-ingest,   /v1/events,      202",
        "acme-ingest,   /v1/traces,      200",
        "acme-ingest,   /v1/logs,        200",
        "acme-ingest,   /otlp/v1/traces, 200",
        "acme-rotated,  /v1/events,      202",
        "globex-ingest, /v1/events,      202",
        "lower-case,    /v1/events,      202",
    })
    void aCredentialOpensWhatItsScopeSays(String credential, String path, int status) {
        Answer answer = send(credential, path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer realm=\"sillage\"" : "");
        assertThat(StoredActivities.ofSource(source)).hasSize(status == 202 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"acme-ingest, acme", "acme-rotated, acme", "globex-ingest, globex"})
    void theTenantIsThatOfTheCredential(String credential, String tenant) {
        send(credential, "/v1/events");

        assertThat(StoredActivities.ofSource(source).values())
                .allSatisfy(record -> assertThat(header(record, "ce_tenant")).isEqualTo(tenant))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"/q/health/live", "/q/health/ready", "/q/openapi", "/problems"})
    void whatHoldsNoDataOfATenantIsOpen(String path) {
        assertThat(Door.send(Door.request(path).build()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"none, 401", "acme-ingest, 403", "acme-admin, 403", "operator, 200"})
    void metricsOfAllTenantsAreForTheOperator(String credential, int status) {
        HttpRequest.Builder request = Door.request("/q/metrics");
        String authorization = KeyProfile.authorization(credential);
        Answer answer =
                Door.send((authorization.isEmpty() ? request : request.header("Authorization", authorization)).build());

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text().contains("sillage_ingestion_tenant")).isEqualTo(status == 200);
    }

    @Test
    void aRefusalNeverRepeatsTheCredential() {
        assertThat(send("wrong-secret", "/v1/events").text())
                .doesNotContain(KeyProfile.key("wrong-secret").substring(13));
    }

    @Test
    void aKeyThatIsRevokedWhileTheServiceRunsEndsWithinSeconds() throws Exception {
        assertThat(send("revoked-later", "/v1/events").status()).isEqualTo(202);

        KeyProfile.revoke("revoked-later");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(send("revoked-later", "/v1/logs").status()).isEqualTo(401));
    }

    private Answer send(String credential, String path) {
        boolean events = path.endsWith("/events");
        HttpRequest.Builder request = Door.request(path)
                .header("Content-Type", events ? Door.ONE : "application/json")
                .POST(BodyPublishers.ofString(events ? Events.email(source, "a") : "{}"));
        String authorization = KeyProfile.authorization(credential);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return Door.send(request.build());
    }
}
