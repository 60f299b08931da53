package dev.sillage.ingestion.access;

import static dev.sillage.ingestion.StoredActivities.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sillage.ingestion.Broker;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.StoredActivities;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of an issuer open what their scopes say, for the tenant that they name. */
@QuarkusTest
@WithTestResource(Broker.class)
@TestProfile(TokenTest.Trusting.class)
class TokenTest {
    private static final Issuer ISSUER = new Issuer();

    private final String source = "urn:test:" + UUID.randomUUID();

    /** Without keys: tokens alone are enough. */
    public static final class Trusting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sillage.access.mode",
                    "keys",
                    "sillage.access.oidc.issuer",
                    ISSUER.address(),
                    "sillage.access.oidc.audience",
                    Issuer.AUDIENCE,
                    "sillage.access.oidc.keys-interval",
                    "1h");
        }
    }

    @BeforeEach
    void theKeysAreKnown() {
        await().atMost(Duration.ofSeconds(20)).until(() -> send(ISSUER.token(ISSUER.key()), "urn:test:first") == 202);
    }

    @Test
    void theTenantIsThatOfTheToken() {
        assertThat(send(ISSUER.token(ISSUER.key(), "tenant", "globex"), source)).isEqualTo(202);

        assertThat(StoredActivities.ofSource(source).values())
                .hasSize(1)
                .allSatisfy(record -> assertThat(header(record, "ce_tenant")).isEqualTo("globex"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "scope, sillage:read, 403",
                "scope, ingest, 403",
                "scope, sillage:everything, 403",
                "scope, absent, 403",
                "scope, sillage:admin sillage:ingest, 202",
                "tenant, absent, 401",
                "tenant, not a name, 401",
                "iss, https://another.example, 401",
                "aud, another, 401",
                "aud, absent, 401",
                "exp, 1700000000, 401",
                "exp, absent, 401",
                "nbf, 1700000000, 202",
                "nbf, 32503680000, 401",
            })
    void aClaimThatIsWrongOpensNothing(String claim, String value, int status) {
        assertThat(send(ISSUER.token(ISSUER.key(), claim, value), source)).isEqualTo(status);
        assertThat(StoredActivities.ofSource(source)).hasSize(status == 202 ? 1 : 0);
    }

    @Test
    void aTokenThatTheIssuerDidNotSignOpensNothing() {
        PublicJsonWebKey stranger = Issuer.newKey(ISSUER.key().getKeyId());
        String valid = ISSUER.token(ISSUER.key());

        assertThat(send(ISSUER.token(stranger), source)).isEqualTo(401);
        assertThat(send(ISSUER.forged(Map.of("alg", "none"), new byte[0]), source))
                .isEqualTo(401);
        assertThat(send(ISSUER.forged(Map.of("alg", "HS256", "kid", ISSUER.key().getKeyId()), new byte[32]), source))
                .isEqualTo(401);
        assertThat(send(valid.substring(0, valid.length() - 8) + "AAAAAAAA", source))
                .isEqualTo(401);
        assertThat(send("..", source)).isEqualTo(401);
        assertThat(send("x." + "y".repeat(9000) + ".z", source)).isEqualTo(401);
        assertThat(StoredActivities.ofSource(source)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sillage:ingest, /v1/traces,        200",
        "sillage:read,   /v1/traces,        403",
        "sillage:ingest, /v1/usage/openai,  400",
        "sillage:read,   /v1/usage/openai,  403",
        "sillage:ingest, /v1/dead-letters,  403",
        "sillage:admin,  /v1/dead-letters,  200",
        "sillage:admin,  /q/metrics,        403",
        "sillage:metrics, /q/metrics,       200",
    })
    void aTokenOpensTheOtherDoorsToo(String scope, String path, int status) {
        boolean post = !path.contains("dead-letters") && !path.contains("metrics");

        HttpRequest.Builder request =
                Door.request(path).header("Authorization", "Bearer " + ISSUER.token(ISSUER.key(), "scope", scope));

        assertThat(Door.send((post
                                        ? request.header("Content-Type", "application/json")
                                                .POST(BodyPublishers.ofString("{}"))
                                        : request.GET())
                                .build())
                        .status())
                .isEqualTo(status);
    }

    /** Within the hour of the interval: a key that is not known is asked for at once. */
    @Test
    void afterARotationTheNewKeyOpensAndTheOldOneDoesNot() {
        String old = ISSUER.token(ISSUER.key());
        ISSUER.rotateTo(Issuer.newKey("next-" + UUID.randomUUID()));
        String next = ISSUER.token(ISSUER.key());

        await().atMost(Duration.ofSeconds(20)).until(() -> send(next, source) == 202);

        assertThat(send(old, source)).isEqualTo(401);
    }

    private static int send(String token, String source) {
        return Door.send(Door.request("/v1/events")
                        .header("Content-Type", Door.ONE)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(Events.email(source, "a")))
                        .build())
                .status();
    }
}
