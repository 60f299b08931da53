package dev.sillage.ingestion.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.access.Access;
import dev.sillage.access.Surroundings;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service refuses to start with. */
class StartTest {
    private static final Surroundings HERE = new Surroundings("127.0.0.1", "localhost:9092", "PLAINTEXT");
    private static final Surroundings ASTRAY = Surroundings.of(
            List.of("mp.messaging.outgoing.activities.connector"),
            key -> Optional.ofNullable(Map.of(
                            "quarkus.http.host", "127.0.0.1",
                            "kafka.bootstrap.servers", "localhost:9092",
                            "mp.messaging.outgoing.activities.bootstrap.servers", "192.0.2.1:9092")
                    .get(key)));
    private static final Surroundings OPEN = new Surroundings("0.0.0.0", "kafka-1:9093,kafka-2:9093", "SASL_SSL");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    void withoutCredentialsItStartsOnLoopback(String host) {
        assertThat(open(Map.of(), new Surroundings(host, "localhost:9092", "PLAINTEXT")))
                .extracting(Access::needsCredential)
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void withoutCredentialsItStartsNowhereElseAndNamesTheKey(String host) {
        assertThatThrownBy(() -> open(Map.of(), new Surroundings(host, "localhost:9092", "PLAINTEXT")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.http.host=" + host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-a", "a b", "a\u001fb", "é", "x2345678901234567890123456789012345678901234567890123456789012345"
            })
    void aTenantWithoutAProperNameStopsTheStart(String tenant) {
        assertThatThrownBy(() -> open(Map.of("sillage.access.tenant", tenant), HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sillage.access.tenant");
    }

    @Test
    void withKeysItStartsOnAnyAddress() throws IOException {
        assertThat(open(withKeys("2999-01-01T00:00:00Z"), OPEN).needsCredential())
                .isTrue();
    }

    @Test
    void withKeysKafkaInTheClearStopsTheStart() throws IOException {
        Map<String, String> settings = withKeys("2999-01-01T00:00:00Z");

        assertThatThrownBy(
                        () -> open(settings, new Surroundings("0.0.0.0", "localhost:9092, kafka-2:9092", "PLAINTEXT")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kafka.security.protocol=PLAINTEXT");
    }

    @Test
    void aChannelWithAnAddressOfItsOwnIsLookedAtToo() {
        assertThatThrownBy(() -> open(Map.of(), ASTRAY))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mp.messaging.outgoing.activities.security.protocol=PLAINTEXT")
                .hasMessageContaining("192.0.2.1:9092");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "http://issuer.example, sillage, must be an https address",
                "not an address, sillage, is no address",
                "https://issuer.example, absent, sillage.access.oidc.audience",
                "https://issuer.example, '', sillage.access.oidc.audience",
            })
    void anIssuerThatCannotBeTrustedStopsTheStart(String issuer, String audience, String reason) {
        Map<String, String> settings =
                new HashMap<>(Map.of("sillage.access.mode", "keys", "sillage.access.oidc.issuer", issuer));
        if (audience != null) {
            settings.put("sillage.access.oidc.audience", audience);
        }

        assertThatThrownBy(() -> open(settings, HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aMissingKeyFileStopsTheStart() {
        assertThatThrownBy(() -> open(Map.of("sillage.access.mode", "keys"), HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sillage.access.keys-file");
        assertThatThrownBy(() -> open(
                        Map.of(
                                "sillage.access.mode",
                                "keys",
                                "sillage.access.keys-file",
                                directory.resolve("none").toString()),
                        HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sillage.access.keys-file")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aKeyFileWithoutAValidKeyStopsTheStart() throws IOException {
        Map<String, String> settings = withKeys("2026-01-01T00:00:00Z");

        assertThatThrownBy(() -> open(settings, HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no valid key");
    }

    private Map<String, String> withKeys(String expires) throws IOException {
        Path file = directory.resolve("keys.csv");
        Files.writeString(
                file,
                "prefix,sha256,tenant,scopes,created,expires,revoked,name\naaaaaaaa," + "0".repeat(64)
                        + ",acme,ingest,2025-11-24T08:00:00Z," + expires + ",,\n");
        return Map.of("sillage.access.mode", "keys", "sillage.access.keys-file", file.toString());
    }

    private static Access open(Map<String, String> settings, Surroundings surroundings) {
        AccessConfig config = new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(AccessConfig.class);
        return AccessProducer.open(config, surroundings);
    }
}
