package dev.sillage.benchmark.report;

import dev.sillage.local.machine.Machine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Single statements beside those of the service. */
final class Sql {
    private Sql() {}

    /** Whoever may say what is written down, and how often the database comes to rest. */
    static Connection administrator(Machine machine) throws SQLException {
        return DriverManager.getConnection(
                machine.database().jdbcUrl(), "postgres", machine.database().password());
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
