package dev.sillage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration NOTICED = Duration.ofSeconds(10);

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("keys.csv");
    }

    @Test
    void aKeyStandsForItsTenantAndScopes() throws IOException {
        String key = create("acme", "ingest,read");

        Caller caller = keys().find(key, NOW).orElseThrow();

        assertThat(caller).isEqualTo(new Caller(new Tenant("acme"), Set.of(Scope.INGEST, Scope.READ), "gateway"));
        assertThat(caller.may(Scope.ADMIN)).isFalse();
    }

    @Test
    void theFileHoldsNoSecretAndOnlyItsOwnerReadsIt() throws IOException {
        String key = create("acme", "ingest");

        String secret = key.substring(key.lastIndexOf('_', key.length() - 43) + 1);
        assertThat(Files.readString(file)).doesNotContain(secret).doesNotContain(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void twoKeysOfATenantAreValidAtOnceUntilOneIsRevoked() throws IOException {
        String first = create("acme", "ingest");
        String second = create("acme", "ingest");
        Keys keys = keys();
        assertThat(keys.find(first, NOW)).isPresent();
        assertThat(keys.find(second, NOW)).isPresent();

        run("revoke", "--prefix", first.substring(4, 12));

        await().atMost(NOTICED)
                .untilAsserted(() -> assertThat(keys.find(first, NOW)).isEmpty());
        assertThat(keys.find(second, NOW)).isPresent();
    }

    @Test
    void aKeyEndsWhenItExpires() throws IOException {
        String key = create("acme", "ingest", "--expires", "90d");

        Keys keys = keys();

        assertThat(keys.find(key, NOW.plus(Duration.ofDays(90)).minusSeconds(1)))
                .isPresent();
        assertThat(keys.find(key, NOW.plus(Duration.ofDays(90)))).isEmpty();
    }

    @Test
    void aSecretIsWorthNothingUnderAnotherPrefix() throws IOException {
        String first = create("acme", "ingest");
        String second = create("other", "ingest");

        String mixed = second.substring(0, 12) + first.substring(12);

        assertThat(keys().find(mixed, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sil_", "Bearer", "sil_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "é"})
    void whatIsNoKeyStandsForNobody(String text) throws IOException {
        create("acme", "ingest");

        assertThat(keys().find(text, NOW)).isEmpty();
    }

    @Test
    void aLaterFileThatIsBrokenLeavesTheKeysAndWarns() throws IOException {
        String key = create("acme", "ingest");
        Keys keys = keys();

        Files.writeString(file, "nonsense");

        await().atMost(NOTICED).untilAsserted(() -> {
            assertThat(keys.find(key, NOW)).isPresent();
            assertThat(warnings).isNotEmpty();
        });
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains(file + ", line 1");
    }

    @ParameterizedTest
    @CsvSource({
        "aaaaaaa,   prefix",
        "AAAAAAAA,  prefix",
    })
    void aBadLineStopsTheStartAndIsNamed(String prefix, String column) throws IOException {
        Files.writeString(file, KeyLine.HEAD + "\n\n" + prefix + ",00,acme,ingest,2026-11-24T08:00:00Z,,,\n");

        assertThatThrownBy(this::keys)
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining(file + ", line 3: column " + column);
    }

    @Test
    void aKeyThatIsThereTwiceStopsTheStart() throws IOException {
        create("acme", "ingest");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(1)));

        assertThatThrownBy(this::keys)
                .hasMessageContaining("line 3: the prefix")
                .hasMessageContaining("occurs twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "ingest,root", ""})
    void aScopeThatDoesNotExistIsRefused(String scopes) {
        assertThatThrownBy(() -> create("acme", scopes))
                .hasMessageContaining("there are ingest, read, admin, recalculate and metrics");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "0d", "-1d", "xd", "99999999999d"})
    void aLifeThatIsNoNumberOfDaysIsRefused(String life) {
        assertThatThrownBy(() -> create("acme", "ingest", "--expires", life)).hasMessageContaining("--expires");
    }

    @Test
    void theListTellsWhichKeysAreValid() throws IOException {
        String key = create("acme", "ingest");
        run("revoke", "--prefix", key.substring(4, 12));
        create("acme", "admin");

        String list = run("list");

        assertThat(list.lines()).hasSize(2);
        assertThat(list).contains(key.substring(4, 12) + "  revoked").contains("valid    acme  [admin]");
        assertThat(list).doesNotContain(key);
    }

    private Keys keys() {
        return Keys.of(file, warnings::add);
    }

    private String create(String tenant, String scopes, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--tenant", tenant, "--scopes", scopes, "--name", "gateway"));
        arguments.addAll(List.of(more));
        return run("create", arguments.toArray(String[]::new));
    }

    private String run(String command, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "--file", file.toString()));
        arguments.addAll(List.of(options));
        return new KeyCommand(Clock.fixed(NOW, ZoneOffset.UTC)).run(arguments.toArray(String[]::new));
    }
}
