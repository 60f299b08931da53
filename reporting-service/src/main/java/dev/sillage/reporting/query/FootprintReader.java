package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows that answer a question, all of them of one moment. */
@ApplicationScoped
class FootprintReader {
    private static final int STATEMENT_TIMEOUT_MILLIS = 20_000;

    private final EntityManager database;

    FootprintReader(EntityManager database) {
        this.database = database;
    }

    /**
     * The rows of a tenant.
     *
     * @param maxPoints at most one point more than this is read, so that the caller sees that there are too many
     */
    @Transactional
    Rows read(FootprintQuery query, String tenant, int maxPoints) {
        database.createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .executeUpdate();
        database.createNativeQuery("SET LOCAL statement_timeout = " + STATEMENT_TIMEOUT_MILLIS)
                .executeUpdate();
        List<Point> points = rows(RollupSql.points(query, tenant), maxPoints + 1).stream()
                .map(row -> point(query, row))
                .filter(point -> point.aggregate().activities() > 0)
                .toList();
        List<Quality> qualities = rows(RollupSql.qualities(query, tenant), Integer.MAX_VALUE).stream()
                .map(row -> quality(query, row))
                .toList();
        List<Delivered> delivered = query.isOfOneKind()
                ? rows(RollupSql.delivered(query, tenant), Integer.MAX_VALUE).stream()
                        .map(row -> delivered(query, row))
                        .toList()
                : List.of();
        return new Rows(points, qualities, delivered);
    }

    private List<Object[]> rows(RollupSql sql, int limit) {
        Query query = database.createNativeQuery(sql.text(), Object[].class);
        sql.parameters().forEach(query::setParameter);
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query.setMaxResults(limit).getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }

    private static Quality quality(FootprintQuery query, Object[] row) {
        int column = query.groupBy().size();
        return new Quality(
                key(query, row, 0),
                (String) row[column],
                (String) row[column + 1],
                (String) row[column + 2],
                (String) row[column + 3],
                (Long) row[column + 4]);
    }

    private static Delivered delivered(FootprintQuery query, Object[] row) {
        int column = query.groupBy().size();
        return new Delivered(
                key(query, row, 0),
                (String) row[column],
                (String) row[column + 1],
                (BigDecimal) row[column + 2],
                (BigDecimal) row[column + 3],
                (BigDecimal) row[column + 4],
                (BigDecimal) row[column + 5],
                (Long) row[column + 6],
                (Long) row[column + 7],
                (Long) row[column + 8],
                (Long) row[column + 9]);
    }

    private static Map<String, String> key(FootprintQuery query, Object[] row, int firstColumn) {
        Map<String, String> key = new LinkedHashMap<>();
        int column = firstColumn;
        for (Dimension dimension : query.groupBy()) {
            key.put(dimension.wireName(), (String) row[column++]);
        }
        return key;
    }

    private static Point point(FootprintQuery query, Object[] row) {
        int column = 0;
        Instant time = query.interval().rollup() == null ? null : Instant.ofEpochSecond((Long) row[column++]);
        Map<String, String> key = key(query, row, column);
        column += key.size();
        Object activities = row[column++];
        if (activities == null) {
            return new Point(time, key, Aggregate.NOTHING);
        }
        Map<String, FigureSum> figures = new LinkedHashMap<>();
        for (Criterion criterion : query.criteria()) {
            long withData = ((BigDecimal) row[column + 3]).longValueExact();
            if (withData > 0) {
                figures.put(
                        criterion.wireName(),
                        new FigureSum(
                                (BigDecimal) row[column],
                                (BigDecimal) row[column + 1],
                                (BigDecimal) row[column + 2],
                                withData));
            }
            column += 4;
        }
        return new Point(time, key, new Aggregate((Long) activities, figures));
    }

    /**
     * What was read.
     *
     * @param points per step and group, in order
     * @param qualities per group
     * @param delivered per group; empty when groups are not of one kind each
     */
    record Rows(List<Point> points, List<Quality> qualities, List<Delivered> delivered) {}
}
