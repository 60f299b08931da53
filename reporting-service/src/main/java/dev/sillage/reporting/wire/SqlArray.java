package dev.sillage.reporting.wire;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of values as one parameter of {@code unnest} or {@code ANY}, in the binary form of an array (array_recv in
 * "src/backend/utils/adt/arrayfuncs.c" there). The driver's own arrays box, quote or write as text, which PostgreSQL reads
 * again for each element.
 */
public final class SqlArray {
    private static final int HEADER_BYTES = 5 * Integer.BYTES;
    private static final int NULLS_AT = Integer.BYTES;
    private static final int COUNT_AT = 3 * Integer.BYTES;
    private static final int BYTES_OF_ELEMENT = 16;

    private final SqlType type;
    private final BinaryValues values;
    private int count;
    private boolean hasNulls;

    /** An empty array, with room for so many values. */
    public SqlArray(SqlType type, int expectedSize) {
        this.type = type;
        this.values = new BinaryValues(HEADER_BYTES + expectedSize * BYTES_OF_ELEMENT);
        values.room(HEADER_BYTES)
                .putInt(1)
                .putInt(0)
                .putInt(type.oid())
                .putInt(0)
                .putInt(1);
    }

    /** One value of each row, in the order of the rows; see {@link #add}. */
    public static <T> SqlArray of(SqlType type, Collection<T> rows, Function<T, ? extends @Nullable Object> value) {
        SqlArray array = new SqlArray(type, rows.size());
        rows.forEach(row -> array.add(value.apply(row)));
        return array;
    }

    /** Appends a value that goes for the type, as {@link SqlType} says; null is NULL. */
    public void add(@Nullable Object value) {
        if (value == null) {
            values.absent();
            hasNulls = true;
        } else {
            type.write(value, values);
        }
        count++;
    }

    /** Binds it to a parameter. */
    public void bind(PreparedStatement statement, int parameter) throws SQLException {
        ByteBuffer written = values.written();
        written.putInt(NULLS_AT, hasNulls ? 1 : 0).putInt(COUNT_AT, count);
        statement.setObject(parameter, new ArrayParameter(type.arrayName(), written));
    }
}
