package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps the values of each label of each tenant few: those that came first stand for themselves, all later ones are
 * together. Which ones came is in the database, so a restart and other replicas know them too; nothing is kept here.
 */
@ApplicationScoped
class LabelValues {
    private static final Logger LOG = Logger.getLogger(LabelValues.class);
    private static final String KEY = "sillage.reporting.max-values-per-label";

    private static final String GIVEN = "unnest(?::text[], ?::text[], ?::text[]) AS g(tenant, label, value)";
    private static final String KNOWN =
            "SELECT g.tenant, g.label, g.value FROM " + GIVEN + " JOIN label_value v USING (tenant, label, value)";
    private static final String COUNT = "SELECT g.tenant, g.label, c.number FROM"
            + " (SELECT DISTINCT tenant, label FROM " + GIVEN + ") g CROSS JOIN LATERAL"
            + " (SELECT count(*) AS number FROM label_value v WHERE v.tenant = g.tenant AND v.label = g.label) c";
    private static final String ADD =
            "INSERT INTO label_value (tenant, label, value) SELECT * FROM " + GIVEN + " ON CONFLICT DO NOTHING";

    private final int most;

    LabelValues(AggregateConfig config) {
        if (config.maxValuesPerLabel() < 1) {
            throw new IllegalStateException(KEY + " must be at least 1, not " + config.maxValuesPerLabel());
        }
        this.most = config.maxValuesPerLabel();
    }

    /** Being there at the start is all: a limit that makes no sense stops the start, not the first record. */
    void checkConfiguration(@Observes StartupEvent starting) {}

    /**
     * Takes the values of new series in, as far as there is room. Replicas that do it at the same moment can each fill the
     * last place.
     *
     * @return those of the series that have a value too many, each with what takes its place
     */
    Map<Dimensions, Dimensions> admit(Connection connection, Collection<Dimensions> series) throws SQLException {
        // In one order: two replicas that add the same ones wait for each other instead of deadlocking.
        SortedSet<Value> refused = new TreeSet<>();
        for (Dimensions each : series) {
            each.forEachLabel((label, value) -> refused.add(new Value(each.tenant(), label, value)));
        }
        if (refused.isEmpty()) {
            return Map.of();
        }
        refused.removeAll(known(connection, refused));
        if (refused.isEmpty()) {
            return Map.of();
        }
        SortedSet<Value> admitted = admitted(refused, counts(connection, refused));
        if (!admitted.isEmpty()) {
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                bind(add, admitted);
                add.executeUpdate();
            }
            refused.removeAll(admitted);
        }
        return refused.isEmpty() ? Map.of() : folded(series, refused);
    }

    private SortedSet<Value> admitted(SortedSet<Value> wanted, Map<Label, Long> counts) {
        SortedSet<Value> admitted = new TreeSet<>();
        for (Value value : wanted) {
            long number = counts.getOrDefault(value.of(), 0L) + 1;
            counts.put(value.of(), number);
            if (number <= most) {
                admitted.add(value);
            }
            if (number == most) {
                LOG.warnf(
                        "tenant %s has %d values of the label %s, the limit of %s: new ones are grouped as other",
                        value.tenant(), most, value.label(), KEY);
            }
        }
        return admitted;
    }

    private static Map<Dimensions, Dimensions> folded(Collection<Dimensions> series, Set<Value> refused) {
        Map<Dimensions, Dimensions> folded = new HashMap<>();
        for (Dimensions each : series) {
            Set<String> names = new HashSet<>();
            each.forEachLabel((label, value) -> {
                if (refused.contains(new Value(each.tenant(), label, value))) {
                    names.add(label);
                }
            });
            if (!names.isEmpty()) {
                folded.put(each, each.withFolded(names));
            }
        }
        return folded;
    }

    private static Set<Value> known(Connection connection, Collection<Value> values) throws SQLException {
        Set<Value> known = new HashSet<>();
        try (PreparedStatement read = connection.prepareStatement(KNOWN)) {
            bind(read, values);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    known.add(new Value(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return known;
    }

    private static Map<Label, Long> counts(Connection connection, Collection<Value> values) throws SQLException {
        Map<Label, Long> counts = new HashMap<>();
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            bind(count, values);
            try (ResultSet rows = count.executeQuery()) {
                while (rows.next()) {
                    counts.put(new Label(rows.getString(1), rows.getString(2)), rows.getLong(3));
                }
            }
        }
        return counts;
    }

    private static void bind(PreparedStatement statement, Collection<Value> values) throws SQLException {
        int parameter = 1;
        for (Function<Value, String> part :
                List.<Function<Value, String>>of(Value::tenant, Value::label, Value::value)) {
            SqlArray.of(SqlType.TEXT, values, part).bind(statement, parameter++);
        }
    }

    private record Label(String tenant, String name) {}

    private record Value(String tenant, String label, String value) implements Comparable<Value> {
        private static final Comparator<Value> ORDER =
                Comparator.comparing(Value::tenant).thenComparing(Value::label).thenComparing(Value::value);

        Label of() {
            return new Label(tenant, label);
        }

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(this, other);
        }
    }
}
