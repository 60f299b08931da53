package dev.sillage.reporting.query;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The database at one moment: whatever is read within one call agrees, and no statement lasts too long. */
@ApplicationScoped
public class Snapshot {
    private static final int STATEMENT_TIMEOUT_MILLIS = 20_000;

    private final AgroalDataSource database;

    Snapshot(AgroalDataSource database) {
        this.database = database;
    }

    @Transactional
    public <T> T read(Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                statement.execute("SET LOCAL statement_timeout = " + STATEMENT_TIMEOUT_MILLIS);
            }
            return reading.from(connection);
        }
    }

    /** What is to be read. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
