package dev.sillage.reporting.isolation;

import java.sql.Connection;
import java.sql.SQLException;

/** A turn at the database for one tenant; given back when it is closed. */
public final class TenantConnection implements AutoCloseable {
    private final Connection connection;
    private final QuestionTurns.Turn turn;

    TenantConnection(Connection connection, QuestionTurns.Turn turn) {
        this.connection = connection;
        this.turn = turn;
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
            turn.giveBack();
        }
    }
}
