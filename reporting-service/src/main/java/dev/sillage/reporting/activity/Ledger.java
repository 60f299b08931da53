package dev.sillage.reporting.activity;

import dev.sillage.footprint.ActivityReference;
import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads one activity of a tenant by its key. */
@ApplicationScoped
class Ledger {
    private static final int LIMIT_SECONDS = 10;
    private static final String ONE = "SELECT " + ActivityRows.COLUMNS + " FROM identity i JOIN ledger l"
            // All that leads to one row of one partition.
            + " ON l.retention_months = i.retention_months AND l.occurred_at = i.occurred_at AND l.tenant = i.tenant"
            + " AND l.activity_digest = i.digest JOIN series s ON s.id = l.series_id WHERE i.tenant = ? AND i.digest = ?";

    private final TenantDatabase database;

    Ledger(TenantDatabase database) {
        this.database = database;
    }

    Optional<StoredActivity> find(ActivityReference activity) throws SQLException {
        try (TenantConnection connection = database.open(activity.tenant());
                PreparedStatement read = connection.jdbc().prepareStatement(ONE)) {
            read.setString(1, activity.tenant());
            read.setObject(2, activity.digest());
            read.setQueryTimeout(LIMIT_SECONDS);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.of(ActivityRows.read(row)) : Optional.empty();
            }
        }
    }
}
