package dev.sillage.reporting.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How series are put together: columns {@code k0}, {@code k1}, … of a selection of series, and what they mean. */
public sealed interface Grouping {

    /** How many columns. */
    int columns();

    /** The key of a row whose columns begin there. */
    GroupKey key(ResultSet row, int firstColumn) throws SQLException;

    /** One group for each combination of values. */
    record ByValue(List<Dimension> dimensions) implements Grouping {
        @Override
        public int columns() {
            return dimensions.size();
        }

        @Override
        public GroupKey key(ResultSet row, int firstColumn) throws SQLException {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < dimensions.size(); i++) {
                values.put(dimensions.get(i).wireName(), row.getString(firstColumn + i));
            }
            return new GroupKey(values, false);
        }
    }

    /** Some groups, and all others as one. */
    record Largest(List<Dimension> dimensions, List<GroupKey> keys) implements Grouping {
        @Override
        public int columns() {
            return 1;
        }

        @Override
        public GroupKey key(ResultSet row, int firstColumn) throws SQLException {
            int rank = row.getInt(firstColumn);
            return rank == 0 ? GroupKey.OTHER : keys.get(rank - 1);
        }
    }
}
