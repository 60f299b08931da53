package dev.sillage.reporting.isolation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever statement the code would send. */
@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(IsolationTest.Narrow.class)
class IsolationTest {
    /** Few turns, short statements. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sillage.reporting.queries.per-tenant", "2",
                    "sillage.reporting.queries.patience", "PT0.2S",
                    "sillage.reporting.queries.statement-timeout", "PT1S");
        }
    }

    private static final int POOL_SIZE = 12;

    @Inject
    AgroalDataSource writer;

    @Inject
    @DataSource("reader")
    AgroalDataSource pool;

    @Inject
    TenantDatabase database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM ledger WHERE tenant = 'iso-b' OR true",
                "SELECT count(*) FROM identity",
                "SELECT count(*) FROM series",
                "SELECT sum(activities) FROM rollup_minute",
                "SELECT sum(activities) FROM rollup_hour",
                "SELECT sum(activities) FROM rollup_day",
                "SELECT sum(activities) FROM rollup_month",
                "SELECT sum(reported) FROM reconciliation",
            })
    void aStatementThatForgetsItsTenantSeesThatTenantOnly(String statement) throws SQLException {
        send(of("iso-a", "1"), of("iso-b", "2"), of("iso-b", "3"));

        assertThat(number("iso-a", statement)).isOne();
        assertThat(number("iso-nobody", statement)).isZero();
    }

    @Test
    void withoutATenantNothingIsSeen() throws SQLException {
        send(of("iso-a", "1"));

        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("RESET sillage.tenant");
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM ledger")) {
                row.next();
                assertThat(row.getLong(1)).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger SET tenant = 'iso-a'",
                "DELETE FROM rollup_day",
                "INSERT INTO audit_log (tenant, actor, action, subject, detail) VALUES ('iso-a', 'x', 'x', 'x', '{}')",
                "SELECT * FROM consumer_offset",
                "SELECT * FROM ledger_keep_0",
                "SELECT drop_ledger_month('ledger_keep_0_202601')",
                "CREATE TABLE mine (x int)",
            })
    void aReaderChangesNothingAndSeesNothingElse(String statement) {
        assertThatThrownBy(() -> number("iso-a", "SET default_transaction_read_only = off; " + statement))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|read-only|is no month).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_log SET actor = 'nobody'", "DELETE FROM audit_log", "DROP TABLE rollup_day"})
    void whoKeepsTheBooksChangesNoAuditLogAndNoTable(String statement) {
        assertThatThrownBy(() -> {
                    try (Connection connection = writer.getConnection();
                            Statement books = connection.createStatement()) {
                        boolean unused = books.execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(denied|owner).*");
    }

    @Test
    void aStatementThatLastsTooLongIsEnded() {
        assertThatThrownBy(() -> number("iso-a", "SELECT 1 FROM pg_sleep(30)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("statement timeout");
    }

    @Test
    void oneTenantsQuestionsLeaveRoomForOthersAndForTheBooks() throws SQLException {
        List<TenantConnection> held = new ArrayList<>(List.of(database.open("iso-a"), database.open("iso-a")));
        try {
            assertThatThrownBy(() -> database.open("iso-a")).isInstanceOfSatisfying(HttpProblem.class, problem -> {
                assertThat(problem.getStatusCode()).isEqualTo(429);
                assertThat(problem.getHeaders()).containsKey("Retry-After");
            });

            assertThat(number("iso-b", "SELECT 1")).isOne();
            send(of("iso-b", "4"));
            given().get("/v1/footprints?from=2026-01-01&to=2026-02-01").then().statusCode(200);
        } finally {
            for (TenantConnection connection : held) {
                connection.close();
            }
        }
        assertThat(number("iso-a", "SELECT 1")).isOne();
    }

    @Test
    void whenAllTurnsAreTakenTheNextIsToldToComeBack() throws SQLException {
        List<TenantConnection> held = new ArrayList<>();
        try {
            for (String tenant : List.of("iso-a", "iso-b", "iso-a", "iso-b")) {
                held.add(database.open(tenant));
            }

            assertThatThrownBy(() -> database.open("iso-c")).isInstanceOfSatisfying(HttpProblem.class, problem -> {
                assertThat(problem.getStatusCode()).isEqualTo(503);
                assertThat(problem.getHeaders()).containsKey("Retry-After");
            });
        } finally {
            for (TenantConnection connection : held) {
                connection.close();
            }
        }
        assertThat(number("iso-c", "SELECT 1")).isOne();
    }

    @Test
    void nothingOfATenantStaysWithAConnection() throws SQLException {
        send(of("iso-a", "5"));
        assertThat(number("iso-a", "SELECT count(*) FROM series")).isPositive();

        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < POOL_SIZE; i++) {
                all.add(pool.getConnection());
            }
            for (Connection each : all) {
                try (Statement statement = each.createStatement();
                        ResultSet row = statement.executeQuery("SELECT count(*) FROM series")) {
                    row.next();
                    assertThat(row.getLong(1)).isZero();
                }
            }
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
    }

    private long number(String tenant, String sql) throws SQLException {
        try (TenantConnection connection = database.open(tenant);
                Statement statement = connection.jdbc().createStatement()) {
            boolean isResult = statement.execute(sql);
            while (!isResult && statement.getUpdateCount() >= 0) {
                isResult = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void send(FootprintEvent... footprints) {
        try (Log log = new Log(servers, writer)) {
            log.publish(List.of(footprints).stream().map(Footprints::record).toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }

    private static FootprintEvent of(String tenant, String id) {
        FootprintEvent plain = Footprints.prompt(id, Instant.parse("2026-01-15T12:00:00Z"), "isolation");
        return Footprints.ofTenant(tenant, "urn:test:isolation", plain);
    }
}
