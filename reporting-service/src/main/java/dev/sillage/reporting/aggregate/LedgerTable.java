package dev.sillage.reporting.aggregate;

import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.SqlArray;
import dev.sillage.reporting.schema.FigureColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one place where an activity is counted: its digest is the primary key, a second one falls out. */
@ApplicationScoped
class LedgerTable {
    private static final int PLAIN_COLUMNS = 8;
    private static final String INSERT = "INSERT INTO ledger (activity_digest, series_id, occurred_at, accepted_at,"
            + " footprint_id, origin_partition, origin_offset, functional_quantity, "
            + String.join(", ", FigureColumns.BOUNDS)
            + ", tenant, source, activity_id, labels, functional_unit, activity_data)"
            + " SELECT digest, series_id, occurred_at, accepted_at, footprint_id, origin_partition, origin_offset,"
            + " functional_quantity, " + String.join(", ", FigureColumns.BOUNDS)
            + ", tenant, source, activity_id, labels::jsonb,"
            + " functional_unit, activity_data"
            + " FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::integer[],"
            + " ?::bigint[], ?::numeric[], "
            + String.join(", ", Collections.nCopies(FigureColumns.BOUNDS.size(), "?::numeric[]"))
            + ", ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
            + " AS n(digest, series_id, occurred_at, accepted_at, footprint_id, origin_partition, origin_offset,"
            + " functional_quantity, " + String.join(", ", FigureColumns.BOUNDS)
            + ", tenant, source, activity_id, labels, functional_unit, activity_data) ON CONFLICT DO NOTHING RETURNING activity_digest";

    /**
     * Adds the activities that are not there yet and answers which those were.
     *
     * @param footprints each activity once
     * @param series ids of all their dimensions
     */
    Set<UUID> insert(Connection connection, Collection<ReceivedFootprint> footprints, Map<Dimensions, Long> series)
            throws SQLException {
        Set<UUID> added = new HashSet<>();
        if (footprints.isEmpty()) {
            return added;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, 1, footprints, ReceivedFootprint::activity);
            bind(insert, 2, footprints, footprint -> series.get(footprint.dimensions()));
            bind(insert, 3, footprints, ReceivedFootprint::occurredAt);
            bind(insert, 4, footprints, ReceivedFootprint::acceptedAt);
            bind(insert, 5, footprints, ReceivedFootprint::footprintId);
            bind(insert, 6, footprints, footprint -> origin(footprint, LogPosition::partition));
            bind(insert, 7, footprints, footprint -> origin(footprint, LogPosition::offset));
            bind(insert, 8, footprints, footprint -> delivered(footprint, FunctionalUnit::quantity));
            int parameter = PLAIN_COLUMNS + 1;
            for (int column = 0; column < FigureColumns.BOUNDS.size(); column++) {
                int bound = column;
                bind(insert, parameter++, footprints, footprint -> footprint
                        .bounds()
                        .at(bound));
            }
            bindTexts(insert, parameter++, footprints, footprint -> footprint
                    .dimensions()
                    .tenant());
            bindTexts(insert, parameter++, footprints, ReceivedFootprint::source);
            bindTexts(insert, parameter++, footprints, ReceivedFootprint::id);
            bindTexts(insert, parameter++, footprints, ReceivedFootprint::labels);
            bindTexts(insert, parameter++, footprints, footprint -> delivered(footprint, FunctionalUnit::unit));
            bindTexts(
                    insert,
                    parameter,
                    footprints,
                    footprint -> footprint.inputs() == null
                            ? null
                            : footprint.inputs().json());
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    added.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return added;
    }

    private static @Nullable Object origin(ReceivedFootprint footprint, Function<LogPosition, Object> part) {
        return footprint.origin() == null ? null : part.apply(footprint.origin());
    }

    private static <T> @Nullable T delivered(ReceivedFootprint footprint, Function<FunctionalUnit, T> part) {
        return footprint.functionalUnit() == null ? null : part.apply(footprint.functionalUnit());
    }

    private static void bind(
            PreparedStatement insert,
            int parameter,
            Collection<ReceivedFootprint> footprints,
            Function<ReceivedFootprint, @Nullable Object> value)
            throws SQLException {
        SqlArray array = new SqlArray(footprints.size());
        footprints.forEach(footprint -> array.add(value.apply(footprint)));
        array.bind(insert, parameter);
    }

    private static void bindTexts(
            PreparedStatement insert,
            int parameter,
            Collection<ReceivedFootprint> footprints,
            Function<ReceivedFootprint, @Nullable String> text)
            throws SQLException {
        SqlArray.bindTexts(insert, parameter, footprints.stream().map(text).toArray(String[]::new));
    }
}
