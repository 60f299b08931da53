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
     * The number in that column of the row, without zeros at its end. The driver asks for the binary form only of
     * statements that it has met some times.
     *
     * @param column of the type numeric, and not NULL
     */
    public static BigDecimal read(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().unwrap(PGResultSetMetaData.class).getFormat(column) == Field.BINARY_FORMAT) {
            return NumericFormat.read(row.getBytes(column));
        }
        BigDecimal value = row.getBigDecimal(column);
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
