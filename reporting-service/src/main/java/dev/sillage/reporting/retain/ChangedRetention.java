package dev.sillage.reporting.retain;

import dev.sillage.reporting.aggregate.Retention;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a tenant's retention was changed, its activities move to the partitions of the new one: part by part, identities
 * first, as everybody locks them who writes to the ledger.
 */
@ApplicationScoped
class ChangedRetention {
    private static final int ROWS_AT_ONCE = 5000;
    private static final int TIMEOUT_SECONDS = 120;
    private static final String TENANTS = "SELECT DISTINCT tenant FROM series";
    private static final String MISPLACED =
            "SELECT retention_months FROM ledger WHERE tenant = ? AND retention_months <> ?" + " LIMIT 1";
    private static final String MONTHS =
            "SELECT DISTINCT date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS first FROM"
                    + " (SELECT occurred_at FROM ledger WHERE tenant = ? AND retention_months = ? ORDER BY occurred_at LIMIT "
                    + ROWS_AT_ONCE + ") p";
    private static final String MOVE = "WITH part AS (SELECT activity_digest AS digest FROM ledger WHERE tenant = ?"
            + " AND retention_months = ? ORDER BY occurred_at LIMIT " + ROWS_AT_ONCE + "),"
            + " locked AS (SELECT i.digest FROM identity i JOIN part USING (digest) ORDER BY i.digest FOR UPDATE OF i),"
            + " known AS (UPDATE identity i SET retention_months = ? FROM locked WHERE i.digest = locked.digest"
            + " RETURNING i.digest)"
            + " UPDATE ledger SET retention_months = ? FROM known WHERE tenant = ? AND retention_months = ?"
            + " AND activity_digest = known.digest";

    private final AgroalDataSource database;
    private final Retention retention;

    ChangedRetention(AgroalDataSource database, Retention retention) {
        this.database = database;
        this.retention = retention;
    }

    /** Moves all that stands elsewhere than its tenant's retention says. */
    void apply() throws SQLException {
        for (String tenant : tenants()) {
            int wanted = retention.months(tenant);
            Integer found = misplaced(tenant, wanted);
            while (found != null) {
                move(tenant, found, wanted);
                found = misplaced(tenant, wanted);
            }
        }
    }

    private List<String> tenants() throws SQLException {
        List<String> tenants = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TENANTS)) {
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
        }
        return tenants;
    }

    private @Nullable Integer misplaced(String tenant, int wanted) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(MISPLACED)) {
            read.setString(1, tenant);
            read.setInt(2, wanted);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? row.getInt(1) : null;
            }
        }
    }

    private void move(String tenant, int from, int to) throws SQLException {
        // Apart from the move: making a partition waits for those who read, and they would wait for the move's locks.
        try (Connection connection = database.getConnection();
                PreparedStatement ensure =
                        connection.prepareStatement("SELECT ensure_ledger_month(?, m.first) FROM (" + MONTHS + ") m")) {
            ensure.setInt(1, to);
            ensure.setString(2, tenant);
            ensure.setInt(3, from);
            ensure.execute();
        }
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement move = connection.prepareStatement(MOVE)) {
                move.setString(1, tenant);
                move.setInt(2, from);
                move.setInt(3, to);
                move.setInt(4, to);
                move.setString(5, tenant);
                move.setInt(6, from);
                return move.executeUpdate();
            }
        });
    }
}
