package dev.sillage.reporting.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of values as one parameter of {@code unnest}: the text form of a PostgreSQL array, for types whose values
 * need no quotes (numbers, UUIDs, ISO 8601 times). The statement names the type, {@code ?::numeric[]}.
 *
 * <p>The driver's own arrays box and quote each element; for rows of figures that was most of the time.
 */
public final class SqlArray {
    private final StringBuilder text;
    private char separator = '{';

    /** An empty array, with room for so many values. */
    public SqlArray(int expectedSize) {
        this.text = new StringBuilder(2 + expectedSize * 16);
    }

    /** One value of each row, in the order of the rows; see {@link #add(Object)}. */
    public static <T> SqlArray of(Collection<T> rows, Function<T, ? extends @Nullable Object> value) {
        SqlArray array = new SqlArray(rows.size());
        rows.forEach(row -> array.add(value.apply(row)));
        return array;
    }

    /** Appends a value whose {@code toString} is how PostgreSQL writes it; null is NULL. */
    public void add(@Nullable Object value) {
        text.append(separator);
        separator = ',';
        if (value == null) {
            text.append("NULL");
        } else {
            text.append(value instanceof Instant time ? Rfc3339.text(time) : value);
        }
    }

    public void add(long value) {
        text.append(separator).append(value);
        separator = ',';
    }

    /** Binds it to a parameter. */
    public void bind(PreparedStatement statement, int parameter) throws SQLException {
        statement.setString(parameter, (separator == '{' ? "{" : text.toString()) + "}");
    }

    /** Binds texts, which need quotes, with the driver's own array. */
    public static void bindTexts(PreparedStatement statement, int parameter, @Nullable String[] values)
            throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", values));
    }
}
