package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.aggregate.UnknownModels.Name;
import dev.sillage.reporting.aggregate.UnknownModels.Use;
import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names that nobody knew, each once; a tenant that sends ever new ones has them folded into one. */
@ApplicationScoped
class UnknownModelTable {
    /** Names per tenant. Replicas that add at the same moment may exceed it by what they add. */
    static final int MAX_NAMES = 5_000;

    private static final String EXISTING = "SELECT tenant, warning, provider, model FROM unknown_model"
            + " JOIN unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS n(t, w, p, m)"
            + " ON tenant = t AND warning = w AND provider = p AND model = m";
    private static final String COUNT = "SELECT count(*) FROM unknown_model WHERE tenant = ?";
    private static final String ADD = "INSERT INTO unknown_model AS u (tenant, warning, provider, model, activities,"
            + " input_tokens, output_tokens, first_occurred_at, last_occurred_at)"
            + " SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::numeric[],"
            + " ?::numeric[], ?::timestamptz[], ?::timestamptz[])"
            + " ON CONFLICT (tenant, warning, provider, model) DO UPDATE SET"
            + " activities = u.activities + excluded.activities,"
            + " input_tokens = u.input_tokens + excluded.input_tokens,"
            + " output_tokens = u.output_tokens + excluded.output_tokens,"
            + " first_occurred_at = least(u.first_occurred_at, excluded.first_occurred_at),"
            + " last_occurred_at = greatest(u.last_occurred_at, excluded.last_occurred_at)";

    /** Adds what is new to what is known of each name. */
    void add(Connection connection, SortedMap<Name, Use> uses) throws SQLException {
        if (!uses.isEmpty()) {
            write(connection, bounded(connection, uses));
        }
    }

    private static SortedMap<Name, Use> bounded(Connection connection, SortedMap<Name, Use> uses) throws SQLException {
        Set<Name> existing = existing(connection, uses);
        if (existing.size() == uses.size()) {
            return uses;
        }
        Map<String, Long> counts = new HashMap<>();
        SortedMap<Name, Use> bounded = new TreeMap<>();
        for (Map.Entry<Name, Use> use : uses.entrySet()) {
            Name name = use.getKey();
            if (!existing.contains(name)) {
                Long count = counts.get(name.tenant());
                if (count == null) {
                    count = count(connection, name.tenant());
                }
                counts.put(name.tenant(), count + 1);
                name = count < MAX_NAMES ? name : name.folded();
            }
            bounded.merge(name, use.getValue(), Use::plus);
        }
        return bounded;
    }

    private static Set<Name> existing(Connection connection, SortedMap<Name, Use> uses) throws SQLException {
        Set<Name> existing = new HashSet<>();
        try (PreparedStatement read = connection.prepareStatement(EXISTING)) {
            bindNames(read, uses);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    existing.add(new Name(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        return existing;
    }

    private static long count(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setString(1, tenant);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void write(Connection connection, SortedMap<Name, Use> uses) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            bindNames(add, uses);
            SqlArray.of(SqlType.BIGINT, uses.values(), Use::activities).bind(add, 5);
            SqlArray.of(SqlType.NUMERIC, uses.values(), Use::inputTokens).bind(add, 6);
            SqlArray.of(SqlType.NUMERIC, uses.values(), Use::outputTokens).bind(add, 7);
            SqlArray.of(SqlType.TIMESTAMPTZ, uses.values(), Use::first).bind(add, 8);
            SqlArray.of(SqlType.TIMESTAMPTZ, uses.values(), Use::last).bind(add, 9);
            add.executeUpdate();
        }
    }

    private static void bindNames(PreparedStatement statement, SortedMap<Name, Use> uses) throws SQLException {
        SqlArray.of(SqlType.TEXT, uses.keySet(), Name::tenant).bind(statement, 1);
        SqlArray.of(SqlType.TEXT, uses.keySet(), Name::warning).bind(statement, 2);
        SqlArray.of(SqlType.TEXT, uses.keySet(), Name::provider).bind(statement, 3);
        SqlArray.of(SqlType.TEXT, uses.keySet(), Name::model).bind(statement, 4);
    }
}
