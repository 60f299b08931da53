package dev.sillage.reporting.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The combinations of dimensions that exist. */
@ApplicationScoped
class SeriesReader {

    /** The values of a dimension that a tenant has, in order, without the empty one. */
    List<String> values(Connection connection, Dimension dimension, String tenant, int limit) throws SQLException {
        SqlText sql = new SqlText().add("SELECT v.value FROM (SELECT DISTINCT ");
        SeriesSelection.value(sql, dimension);
        sql.add(" AS value FROM series s WHERE s.tenant = ?) v WHERE v.value <> '' ORDER BY 1 LIMIT ?", tenant, limit);
        return FootprintReader.rows(connection, sql, row -> row.getString(1));
    }
}
