package dev.sillage.reporting.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;

/** A turn at the database for one tenant; given back when it is closed. */
public final class TenantConnection implements AutoCloseable {
    private final Connection connection;
    private final Semaphore turns;

    TenantConnection(Connection connection, Semaphore turns) {
        this.connection = connection;
        this.turns = turns;
    }

    /** In a transaction that only reads, and sees the rows of the tenant only. */
    public Connection jdbc() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        } finally {
            turns.release();
        }
    }
}
