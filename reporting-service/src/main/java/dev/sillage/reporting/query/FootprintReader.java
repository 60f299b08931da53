package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.wire.Numerics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows that answer questions of a tenant, from rollups only. */
@ApplicationScoped
public class FootprintReader {

    /** Per step and group, in order; never more than the limit. */
    List<Point> points(
            Connection connection, FootprintQuery query, Steps steps, Grouping grouping, String tenant, int limit)
            throws SQLException {
        boolean series = query.interval() != Interval.NONE;
        boolean buckets = query.stepsAreBuckets(steps);
        return rows(connection, RollupSql.points(query, steps, grouping, tenant, limit), row -> {
            Instant time = !series ? null : buckets ? bucket(row) : steps.beginning(row.getInt(1) - 1);
            int column = series ? 2 : 1;
            return new Point(
                    time, grouping.key(row, column), aggregate(row, column + grouping.columns(), query.criteria()));
        });
    }

    /** Per group over the whole range. */
    public List<Point> groups(Connection connection, FootprintQuery query, Grouping grouping, String tenant, int limit)
            throws SQLException {
        FootprintQuery whole = query.withInterval(Interval.NONE);
        return points(connection, whole, whole.steps(), grouping, tenant, limit);
    }

    /** Everything together. */
    public Aggregate total(Connection connection, FootprintQuery query, String tenant) throws SQLException {
        return groups(connection, query, new Grouping.ByValue(List.of()), tenant, 1).stream()
                .map(Point::aggregate)
                .findFirst()
                .orElse(Aggregate.NOTHING);
    }

    /** The largest groups, largest first. */
    public Ranking ranking(Connection connection, FootprintQuery query, RankedBy by, int count, String tenant)
            throws SQLException {
        Grouping grouping = new Grouping.ByValue(query.groupBy());
        List<Ranked> ranked = rows(
                connection,
                RollupSql.ranking(query, by, tenant, count),
                row -> new Ranked(grouping.key(row, 1), row.getLong(1 + grouping.columns())));
        return new Ranking(
                ranked.stream().map(Ranked::key).toList(),
                ranked.isEmpty() ? 0 : ranked.get(0).groups());
    }

    /** How the figures of each group were computed. */
    public List<Quality> qualities(Connection connection, FootprintQuery query, Grouping grouping, String tenant)
            throws SQLException {
        int column = 1 + grouping.columns();
        return rows(
                connection,
                RollupSql.qualities(query, grouping, tenant),
                row -> new Quality(
                        grouping.key(row, 1),
                        row.getString(column),
                        row.getString(column + 1),
                        row.getString(column + 2),
                        row.getString(column + 3),
                        row.getLong(column + 4)));
    }

    /** How all figures were computed, most activities first; never more than the limit. */
    public List<Origin> origins(Connection connection, FootprintQuery query, String tenant, int limit)
            throws SQLException {
        return rows(
                connection,
                RollupSql.origins(query, tenant, limit),
                row -> new Origin(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        aggregate(row, 1 + Origin.PARTS, query.criteria())));
    }

    /** What each group delivered. */
    List<Delivered> delivered(Connection connection, FootprintQuery query, Grouping grouping, String tenant)
            throws SQLException {
        int column = 1 + grouping.columns();
        return rows(connection, RollupSql.delivered(query, grouping, tenant), row -> {
            String kind = row.getString(column);
            return kind == null
                    ? null
                    : new Delivered(
                            grouping.key(row, 1),
                            kind,
                            row.getString(column + 1),
                            row.getString(column + 2),
                            row.getString(column + 3),
                            row.getBigDecimal(column + 4),
                            row.getBigDecimal(column + 5),
                            row.getBigDecimal(column + 6),
                            row.getBigDecimal(column + 7),
                            row.getLong(column + 8),
                            row.getLong(column + 9),
                            row.getLong(column + 10),
                            row.getLong(column + 11));
        });
    }

    /** The rows of a statement, without those that are nothing. */
    public static <T> List<T> rows(Connection connection, SqlText sql, Row<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                T row = reading.of(results);
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Instant bucket(ResultSet row) throws SQLException {
        return row.getObject(1, OffsetDateTime.class).toInstant();
    }

    private static Aggregate aggregate(ResultSet row, int firstColumn, List<Criterion> criteria) throws SQLException {
        int column = firstColumn;
        long activities = row.getLong(column++);
        Map<String, FigureSum> figures = new LinkedHashMap<>();
        for (Criterion criterion : criteria) {
            long withData = row.getLong(column + 3);
            if (withData > 0) {
                figures.put(
                        criterion.wireName(),
                        new FigureSum(
                                Numerics.read(row, column),
                                Numerics.read(row, column + 1),
                                Numerics.read(row, column + 2),
                                withData));
            }
            column += 4;
        }
        return new Aggregate(activities, figures);
    }

    /** What a row says; null when it says nothing. */
    @FunctionalInterface
    public interface Row<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    /**
     * The largest groups.
     *
     * @param largest largest first
     * @param groups how many there are altogether
     */
    public record Ranking(List<GroupKey> largest, long groups) {}

    private record Ranked(GroupKey key, long groups) {}
}
