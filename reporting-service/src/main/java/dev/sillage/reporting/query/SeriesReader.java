package dev.sillage.reporting.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The combinations of dimensions that exist. */
@ApplicationScoped
class SeriesReader {

    /** The values of a dimension that a tenant has, in order, without the empty one. */
    List<String> values(Connection connection, Dimension dimension, String tenant, int limit) throws SQLException {
        String column = dimension.wireName();
        List<String> values = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement("SELECT DISTINCT " + column
                + " FROM series WHERE tenant = ? AND " + column + " <> '' ORDER BY 1 LIMIT ?")) {
            read.setString(1, tenant);
            read.setInt(2, limit);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }
}
