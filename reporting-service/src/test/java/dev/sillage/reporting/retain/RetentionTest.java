package dev.sillage.reporting.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintTopic;
import dev.sillage.reporting.platform.Footprints;
import dev.sillage.reporting.platform.Log;
import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@TestProfile(RetentionTest.TwoMonths.class)
class RetentionTest {
    /** Of the tenant brief; all others keep for ever. */
    public static final class TwoMonths implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sillage.reporting.retention.tenants.brief", "2");
        }
    }

    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    private final Instant lastMonth =
            now.minusMonths(1).withDayOfMonth(3).toInstant().truncatedTo(ChronoUnit.SECONDS);

    @Inject
    AgroalDataSource database;

    @Inject
    RetentionKeeper keeper;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void monthsAreDroppedAfterTheirTimeAndTheirSumsStay() throws SQLException {
        Tables tables = new Tables(database);
        send(of("brief", "a"), of("brief", "b"), of("lasting", "a"));

        keeper.keep(now.toInstant());
        assertThat(tables.number(count("ledger", "brief"))).isEqualTo(2);

        keeper.keep(now.plusMonths(3).toInstant());

        assertThat(tables.number(count("ledger", "brief"))).isZero();
        assertThat(tables.number(count("identity", "brief"))).isZero();
        assertThat(tables.number(count("ledger", "lasting"))).isOne();
        assertThat(tables.number("SELECT sum(activities) FROM rollup_day r JOIN series s ON s.id = r.series_id"
                        + " WHERE tenant = 'brief'"))
                .isEqualTo(2);
        assertThat(tables.text("SELECT detail->>'activities' FROM audit_log WHERE tenant = 'brief'"))
                .isEqualTo("2");
        assertThat(tables.text("SELECT to_regclass('ledger_keep_2_' || to_char(timestamptz '" + lastMonth
                        + "' AT TIME ZONE 'UTC', 'YYYYMM'))::text"))
                .as("the partition")
                .isNull();
    }

    @Test
    void whatStandsUnderAnotherRetentionMovesToItsTenants() throws SQLException {
        Tables tables = new Tables(database);
        send(of("lasting", "move-1"), of("lasting", "move-2"));
        tables.change("SELECT ensure_ledger_month(7, date_trunc('month', timestamptz '" + lastMonth
                + "' AT TIME ZONE 'UTC')::date)");
        tables.change("UPDATE ledger SET retention_months = 7 WHERE activity_id LIKE 'move-%'");
        tables.change("UPDATE identity SET retention_months = 7 WHERE digest IN"
                + " (SELECT activity_digest FROM ledger WHERE activity_id LIKE 'move-%')");

        keeper.keep(now.toInstant());

        assertThat(tables.number(
                        "SELECT count(*) FROM ledger WHERE activity_id LIKE 'move-%' AND retention_months = 0"))
                .isEqualTo(2);
        assertThat(tables.number("SELECT count(*) FROM identity WHERE retention_months = 7"))
                .isZero();
    }

    private String count(String table, String tenant) {
        return "SELECT count(*) FROM " + table + " WHERE tenant = '" + tenant + "' AND occurred_at = '" + lastMonth
                + "'";
    }

    private void send(FootprintEvent... footprints) {
        try (Log log = new Log(servers, database)) {
            log.publish(List.of(footprints).stream().map(Footprints::record).toList());
            log.awaitTaken(FootprintTopic.NAME);
        }
    }

    private FootprintEvent of(String tenant, String id) {
        FootprintEvent plain = Footprints.prompt(id, lastMonth, "retain");
        return Footprints.ofTenant(tenant, "urn:test:retain", plain);
    }
}
