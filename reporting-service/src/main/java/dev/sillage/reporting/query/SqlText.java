package dev.sillage.reporting.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGStatement;

/** A statement under construction, each value a parameter in the order of the text. */
public final class SqlText {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private boolean onlyForItsValues;

    /** Adds text with as many question marks as values: texts, numbers, dates, instants, {@link #texts} or {@link #times}. */
    public SqlText add(String part, Object... values) {
        text.append(part);
        parameters.addAll(List.of(values));
        return this;
    }

    /** Several texts as one value. */
    public static Object texts(List<String> values) {
        return new Texts(List.copyOf(values));
    }

    /** Several instants as one value, to be written as {@code ?::timestamptz[]}. */
    static Object times(List<Instant> values) {
        return new Times(values.stream()
                // Java writes the year 10000 with a sign, PostgreSQL without.
                .map(time -> time.toString().replace("+", ""))
                .collect(Collectors.joining(",", "{", "}")));
    }

    /**
     * It is to be planned for its values each time. A plan for any values knows neither how much lies between two times nor
     * which partitions that is, and reads what it needs not.
     */
    public SqlText plannedForItsValues() {
        onlyForItsValues = true;
        return this;
    }

    /** Ready to be executed. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        if (onlyForItsValues) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        int parameter = 1;
        for (Object value : parameters) {
            if (value instanceof Texts texts) {
                statement.setArray(
                        parameter++,
                        connection.createArrayOf("text", texts.values().toArray()));
            } else if (value instanceof Times times) {
                // Without a type: as a text it would be made into times again for each row.
                statement.setObject(parameter++, times.text(), Types.OTHER);
            } else if (value instanceof Instant instant) {
                statement.setObject(parameter++, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(parameter++, value);
            }
        }
        return statement;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private record Texts(List<String> values) {}

    private record Times(String text) {}
}
