package dev.sillage.reporting.query;

import dev.sillage.reporting.isolation.TenantConnection;
import dev.sillage.reporting.isolation.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** The rows of a tenant at one moment: whatever is read within one call agrees. */
@ApplicationScoped
public class Snapshot {
    private final TenantDatabase database;

    Snapshot(TenantDatabase database) {
        this.database = database;
    }

    /** Reads in one transaction, which sees what was there when it began. */
    public <T> T read(String tenant, Reading<T> reading) throws SQLException {
        try (TenantConnection connection = database.open(tenant)) {
            return reading.from(connection.jdbc());
        }
    }

    /** What is to be read. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
