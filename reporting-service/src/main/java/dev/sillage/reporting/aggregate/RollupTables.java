package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.schema.Rollup;
import dev.sillage.reporting.wire.SqlArray;
import dev.sillage.reporting.wire.SqlType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds what is new to the sums per minute, hour, day and month; all from the same numbers, so they always agree. */
@ApplicationScoped
class RollupTables {
    private static final List<String> ADDITIVE = Stream.of(
                    Stream.of("activities", "functional_quantity", "functional_activities"),
                    FigureColumns.BOUNDS.stream(),
                    FigureColumns.ACTIVITIES.stream())
            .flatMap(Function.identity())
            .toList();

    /** The day of {@code ledger.recorded_at}, which is the beginning of this transaction too. */
    private static final String REPORTED_ON = "(now() AT TIME ZONE 'UTC')::date";

    /** Adds sums per minute to every rollup. */
    void add(Connection connection, Map<Slot, Sums> perMinute) throws SQLException {
        if (perMinute.isEmpty()) {
            return;
        }
        for (Rollup rollup : Rollup.values()) {
            add(connection, rollup, within(rollup, perMinute));
        }
    }

    /** Sorted, so that replicas that write the same rows wait for each other instead of deadlocking. */
    private static SortedMap<Slot, Sums> within(Rollup rollup, Map<Slot, Sums> perMinute) {
        if (rollup == Rollup.MINUTE) {
            return new TreeMap<>(perMinute);
        }
        SortedMap<Slot, Sums> coarser = new TreeMap<>();
        perMinute.forEach((slot, sums) -> coarser.computeIfAbsent(slot.within(rollup), first -> new Sums())
                .add(sums));
        return coarser;
    }

    private static void add(Connection connection, Rollup rollup, SortedMap<Slot, Sums> sums) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(upsert(rollup))) {
            Set<Slot> slots = sums.keySet();
            Collection<Sums> values = sums.values();
            int parameter = 1;
            SqlArray.of(SqlType.BIGINT, slots, Slot::seriesId).bind(upsert, parameter++);
            SqlArray.of(SqlType.TIMESTAMPTZ, slots, Slot::bucket).bind(upsert, parameter++);
            SqlArray.of(SqlType.BIGINT, values, Sums::activities).bind(upsert, parameter++);
            SqlArray.of(SqlType.NUMERIC, values, Sums::functionalQuantity).bind(upsert, parameter++);
            SqlArray.of(SqlType.BIGINT, values, Sums::functionalActivities).bind(upsert, parameter++);
            for (int i = 0; i < FigureColumns.BOUNDS.size(); i++) {
                int column = i;
                SqlArray.of(SqlType.NUMERIC, values, sum -> sum.bound(column)).bind(upsert, parameter++);
            }
            for (int i = 0; i < FigureColumns.ACTIVITIES.size(); i++) {
                int criterion = i;
                SqlArray.of(SqlType.BIGINT, values, sum -> sum.activities(criterion))
                        .bind(upsert, parameter++);
            }
            upsert.executeUpdate();
        }
    }

    private static String upsert(Rollup rollup) {
        String table = rollup.table();
        boolean byReport = rollup == Rollup.DAY;
        return "INSERT INTO " + table + " (series_id, bucket, " + String.join(", ", ADDITIVE)
                + (byReport ? ", reported_on" : "") + ")"
                + " SELECT *" + (byReport ? ", " + REPORTED_ON : "")
                + " FROM unnest(?::bigint[], ?::timestamptz[], ?::bigint[], ?::numeric[], ?::bigint[], "
                + String.join(", ", Collections.nCopies(FigureColumns.BOUNDS.size(), "?::numeric[]")) + ", "
                + String.join(", ", Collections.nCopies(FigureColumns.ACTIVITIES.size(), "?::bigint[]"))
                + ") ON CONFLICT (series_id, bucket" + (byReport ? ", reported_on" : "") + ") DO UPDATE SET "
                + ADDITIVE.stream()
                        .map(column -> column + " = " + table + "." + column + " + excluded." + column)
                        .collect(Collectors.joining(", "));
    }
}
