package dev.sillage.reporting.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.reporting.platform.Platform;
import dev.sillage.reporting.platform.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class PruningTest {
    private static final String OLD = "timestamptz '2020-01-01T00:00:00Z'";

    @Inject
    AgroalDataSource database;

    @Inject
    Pruning pruning;

    @Test
    void theCountsOfOldHoursAreForgottenAndThoseOfOthersAreNot() throws SQLException {
        Tables tables = new Tables(database);
        tables.change("INSERT INTO reconciliation_hour SELECT 'pruned', " + OLD
                + " + n * interval '1 hour', 0, 1, 1, 0, 0, 0, 0, 0, 0 FROM generate_series(1, 11000) n");
        tables.change("INSERT INTO reconciliation_hour VALUES"
                + " ('pruned', date_trunc('hour', now()), 0, 1, 1, 0, 0, 0, 0, 0, 0)");
        tables.change("INSERT INTO accepted_count VALUES ('pruned', " + OLD + ", 'i', 0, 1, 0, 0, true),"
                + " ('pruned', date_trunc('hour', now()), 'i', 1, 1, 0, 0, true)");
        tables.change("INSERT INTO ingestion_incarnation VALUES ('pruned-1', " + OLD + ", " + OLD
                + ", 'counting'), ('pruned-2', " + OLD + ", now(), 'ended')");

        pruning.prune(Instant.now());

        assertThat(tables.number("SELECT count(*) FROM reconciliation_hour WHERE tenant = 'pruned'"))
                .isOne();
        assertThat(tables.number("SELECT count(*) FROM accepted_count WHERE tenant = 'pruned'"))
                .isOne();
        assertThat(tables.text("SELECT string_agg(id, ' ') FROM ingestion_incarnation WHERE id LIKE 'pruned-%'"))
                .isEqualTo("pruned-2");
        tables.change("DELETE FROM reconciliation_hour WHERE tenant = 'pruned'");
        tables.change("DELETE FROM accepted_count WHERE tenant = 'pruned'");
        tables.change("DELETE FROM ingestion_incarnation WHERE id = 'pruned-2'");
    }
}
