package dev.sillage.reporting.restate;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that hold together, or not at all: whatever was not committed when it is closed is undone. */
final class Transaction implements AutoCloseable {
    private final Connection connection;
    private boolean committed;

    private Transaction(Connection connection) {
        this.connection = connection;
    }

    static Transaction begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new Transaction(connection);
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    @Override
    public void close() throws SQLException {
        try {
            if (!committed) {
                connection.rollback();
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
