package dev.sillage.reporting.live;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.query.Aggregate;
import dev.sillage.reporting.query.FigureSum;
import dev.sillage.reporting.query.GroupKey;
import dev.sillage.reporting.query.Quality;
import dev.sillage.reporting.schema.FigureColumns;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Reads the sums of now of all tenants that somebody looks at, with one statement. */
@ApplicationScoped
class LiveReader {
    private static final GroupKey EVERYTHING = new GroupKey(Map.of(), false);
    private static final int STATEMENT_TIMEOUT_SECONDS = 5;

    /** A database that does not even answer is given up sooner than by those who ask it larger questions. */
    private static final int SILENCE_MILLIS = 8_000;

    private final AgroalDataSource database;

    LiveReader(AgroalDataSource database) {
        this.database = database;
    }

    Reading read(Collection<String> tenants) throws SQLException {
        return read(tenants, null);
    }

    /** As if it were that moment; null for now, by the clock of the database, which is the same for all replicas. */
    Reading read(Collection<String> tenants, @Nullable Instant moment) throws SQLException {
        try (Connection connection = database.getConnection()) {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            try (PreparedStatement statement = connection.prepareStatement(LiveSql.TEXT)) {
                // A plan for these very times: one for any time would not know how few rows there are.
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                statement.setQueryTimeout(STATEMENT_TIMEOUT_SECONDS);
                bind(statement, tenants, moment);
                try (ResultSet rows = statement.executeQuery()) {
                    return reading(rows);
                }
            } finally {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, usual);
                }
            }
        }
    }

    static void bind(PreparedStatement statement, Collection<String> tenants, @Nullable Instant moment)
            throws SQLException {
        int parameter = 1;
        for (int i = 0; i < LiveSql.MOMENTS; i++) {
            statement.setObject(
                    parameter++,
                    moment == null ? null : moment.atOffset(ZoneOffset.UTC),
                    Types.TIMESTAMP_WITH_TIMEZONE);
        }
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", tenants.toArray()));
    }

    private static Reading reading(ResultSet rows) throws SQLException {
        long version = 0;
        Instant at = Instant.EPOCH;
        Map<String, List<Cell>> cells = new TreeMap<>();
        while (rows.next()) {
            version = rows.getLong(1);
            at = rows.getObject(2, OffsetDateTime.class).toInstant();
            String tenant = rows.getString(3);
            // What was taken back is a row of zeros: it neither counts nor tells where figures come from.
            if (tenant != null && rows.getLong(LiveSql.KEYS + 1) > 0) {
                cells.computeIfAbsent(tenant, first -> new ArrayList<>()).add(cell(tenant, rows));
            }
        }
        return new Reading(version, at, cells);
    }

    private static Cell cell(String tenant, ResultSet rows) throws SQLException {
        OffsetDateTime minute = rows.getObject(4, OffsetDateTime.class);
        long activities = rows.getLong(LiveSql.KEYS + 1);
        return new Cell(
                tenant,
                minute == null ? null : minute.toInstant(),
                new Quality(
                        EVERYTHING,
                        rows.getString(5),
                        rows.getString(6),
                        rows.getString(7),
                        rows.getString(8),
                        activities),
                new Aggregate(activities, figures(rows)));
    }

    private static Map<String, FigureSum> figures(ResultSet rows) throws SQLException {
        int firstBound = LiveSql.KEYS + 2;
        int count = firstBound + FigureColumns.BOUNDS.size();
        Map<String, FigureSum> figures = new LinkedHashMap<>();
        for (Criterion criterion : Criterion.values()) {
            long withData = rows.getLong(count++);
            if (withData > 0) {
                int bound = firstBound + FigureColumns.firstBound(criterion);
                figures.put(
                        criterion.wireName(),
                        new FigureSum(
                                rows.getBigDecimal(bound),
                                rows.getBigDecimal(bound + 1),
                                rows.getBigDecimal(bound + 2),
                                withData));
            }
        }
        return figures;
    }
}
