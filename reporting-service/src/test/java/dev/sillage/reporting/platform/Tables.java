package dev.sillage.reporting.platform;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database as a test looks at it. */
public final class Tables {
    private final DataSource database;

    public Tables(DataSource database) {
        this.database = database;
    }

    public long number(String sql) {
        BigDecimal value = decimal(sql);
        return value == null ? 0 : value.longValueExact();
    }

    public BigDecimal decimal(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getBigDecimal(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner of the tables, who sees what all sessions do. */
    public long numberForOwner(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("RESET ROLE");
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getLong(1) : 0;
            } finally {
                statement.execute("SET ROLE sillage_writer");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner of the tables, who may do what no part of the service may. */
    public void change(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("RESET ROLE");
            try {
                boolean unused = statement.execute(sql);
            } finally {
                statement.execute("SET ROLE sillage_writer");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
