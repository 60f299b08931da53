package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The combinations of dimensions, each once. */
@ApplicationScoped
class SeriesTable {
    private static final String INSERT = "INSERT INTO series (digest, " + String.join(", ", Dimensions.COLUMNS)
            + ") SELECT digest, "
            + Dimensions.COLUMNS.stream().map(SeriesTable::typed).collect(Collectors.joining(", "))
            + " FROM unnest(?::uuid[], "
            + Dimensions.COLUMNS.stream().map(column -> "?::text[]").collect(Collectors.joining(", "))
            + ") AS n(digest, " + String.join(", ", Dimensions.COLUMNS) + ") ON CONFLICT (digest) DO NOTHING";
    private static final String READ = "SELECT digest, id FROM series WHERE digest = ANY (?::uuid[])";
    private static final String COUNT = "SELECT count(*) FROM series WHERE tenant = ?";

    private static String typed(String column) {
        return column.equals("labels") ? column + "::jsonb" : column;
    }

    /** The ids of those that exist. */
    Map<UUID, Long> read(Connection connection, Collection<UUID> digests) throws SQLException {
        SqlArray wanted = SqlArray.of(SqlType.UUID, digests, digest -> digest);
        Map<UUID, Long> ids = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            wanted.bind(read, 1);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    ids.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return ids;
    }

    /** How many a tenant has. */
    long count(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setString(1, tenant);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Adds those that do not exist. */
    void insert(Connection connection, Map<UUID, Dimensions> series) throws SQLException {
        // In the order of digests: two replicas that add the same ones wait for each other instead of deadlocking.
        SortedMap<UUID, Dimensions> sorted = new TreeMap<>(series);
        List<List<String>> rows =
                sorted.values().stream().map(Dimensions::values).toList();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            SqlArray.of(SqlType.UUID, sorted.keySet(), digest -> digest).bind(insert, 1);
            for (int i = 0; i < Dimensions.COLUMNS.size(); i++) {
                int column = i;
                SqlArray.of(SqlType.TEXT, rows, row -> row.get(column)).bind(insert, column + 2);
            }
            insert.executeUpdate();
        }
    }
}
