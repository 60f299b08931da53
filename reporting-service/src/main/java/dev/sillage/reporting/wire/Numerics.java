package dev.sillage.reporting.wire;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.core.Field;

/** Numbers of a result, which are most of an answer with a point for each day of a year. */
public final class Numerics {
    private Numerics() {}

    /**
     * The number in that column of the row; its scale says nothing. The driver asks for the binary form only of statements that
     * it has met some times.
     *
     * @param column of the type numeric, and not NULL
     */
    public static BigDecimal read(ResultSet row, int column) throws SQLException {
        return row.getMetaData().unwrap(PGResultSetMetaData.class).getFormat(column) == Field.BINARY_FORMAT
                ? NumericFormat.read(row.getBytes(column))
                : row.getBigDecimal(column);
    }
}
