package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.schema.Rollup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Questions about rollups as SQL. No statement reads the ledger, so none costs more when the ledger grows. */
public final class RollupSql {
    private static final String ACTIVITIES = "cast(sum(r.activities) as bigint)";
    /** Series whose activities were all taken back are not there any more. */
    private static final String THERE = " HAVING sum(r.activities) > 0";

    private static final List<String> DELIVERED = List.of("ghg_operational_location", "ghg_embodied");

    private RollupSql() {}

    /**
     * Sums per step and group: number of the step from 1, or its beginning where steps are buckets; keys, activities, then
     * per criterion three sums and a count.
     */
    static SqlText points(FootprintQuery query, Steps steps, Grouping grouping, String tenant, int limit) {
        SqlText sql = new SqlText();
        SeriesSelection.with(sql, tenant, query.filters(), grouping);
        List<String> keys = keys(grouping);
        boolean series = query.interval() != Interval.NONE;
        sql.add("SELECT ");
        if (series) {
            if (query.stepsAreBuckets(steps)) {
                sql.add("r.bucket, ");
            } else {
                sql.add("width_bucket(r.bucket, ?::timestamptz[]), ", SqlText.times(steps.bounds()));
            }
        }
        sql.add(keys.stream().map(key -> key + ", ").collect(Collectors.joining()) + ACTIVITIES);
        sums(sql, query.criteria());
        from(sql, query, steps, columns(query.criteria()));
        int grouped = keys.size() + (series ? 1 : 0);
        groupBy(sql, grouped);
        sql.add(THERE);
        orderBy(sql, grouped);
        return sql.add(" LIMIT ?", limit);
    }

    /** The largest groups: keys, and how many groups there are altogether. */
    static SqlText ranking(FootprintQuery query, RankedBy by, String tenant, int limit) {
        FootprintQuery whole = query.withInterval(Interval.NONE);
        Grouping grouping = new Grouping.ByValue(query.groupBy());
        List<String> keys = keys(grouping);
        Criterion criterion = by.criterion();
        List<String> needed = criterion == null ? List.of() : columns(List.of(criterion));
        // A group without data for it is not one with a small figure: it comes last.
        String size = criterion == null
                ? "sum(r.activities)"
                : "CASE WHEN sum(r." + needed.get(3) + ") > 0 THEN sum(r." + needed.get(1) + ") END";
        SqlText sql = new SqlText();
        SeriesSelection.with(sql, tenant, query.filters(), grouping);
        sql.add("SELECT " + String.join(", ", keys) + ", count(*) OVER ()");
        from(sql, whole, whole.steps(), needed);
        groupBy(sql, keys.size());
        sql.add(THERE + " ORDER BY " + size + " DESC NULLS LAST");
        keys.forEach(key -> sql.add(", " + key));
        return sql.add(" LIMIT ?", limit);
    }

    /** Activities per group, methodology, factor set, tier and warnings. */
    static SqlText qualities(FootprintQuery query, Grouping grouping, String tenant) {
        FootprintQuery whole = query.withInterval(Interval.NONE);
        List<String> keys = new ArrayList<>(keys(grouping));
        keys.addAll(List.of("r.methodology", "r.factor_set", "r.tier", "r.warnings"));
        SqlText sql = new SqlText();
        SeriesSelection.with(sql, tenant, query.filters(), grouping);
        sql.add("SELECT " + String.join(", ", keys) + ", " + ACTIVITIES);
        from(sql, whole, whole.steps(), List.of());
        groupBy(sql, keys.size());
        sql.add(THERE);
        orderBy(sql, keys.size());
        return sql;
    }

    /** Per methodology, factor set, tier and warnings: activities, then per criterion three sums and a count. */
    static SqlText origins(FootprintQuery query, String tenant, int limit) {
        FootprintQuery whole = query.withInterval(Interval.NONE);
        SqlText sql = new SqlText();
        SeriesSelection.with(sql, tenant, query.filters(), new Grouping.ByValue(List.of()));
        sql.add("SELECT r.methodology, r.factor_set, r.tier, r.warnings, " + ACTIVITIES);
        sums(sql, query.criteria());
        from(sql, whole, whole.steps(), columns(query.criteria()));
        groupBy(sql, Origin.PARTS);
        return sql.add(THERE + " ORDER BY sum(r.activities) DESC, 1, 2, 3, 4 LIMIT ?", limit);
    }

    /**
     * What was delivered, per group: kinds, units, quantity, kgCO2e of the same activities and their number, and how
     * many are not among them for want of what. All activities of a series know the same things.
     */
    static SqlText delivered(FootprintQuery query, Grouping grouping, String tenant) {
        FootprintQuery whole = query.withInterval(Interval.NONE);
        List<String> keys = keys(grouping);
        String counts = " FILTER (WHERE r.functional_activities = r.activities"
                + " AND r.ghg_operational_location_activities = r.activities"
                + " AND r.ghg_embodied_activities = r.activities)";
        List<String> columns = new ArrayList<>(keys);
        columns.addAll(List.of("min(r.kind)", "max(r.kind)"));
        columns.addAll(List.of("min(r.functional_unit)" + counts, "max(r.functional_unit)" + counts));
        columns.add("coalesce(sum(r.functional_quantity)" + counts + ", 0)");
        for (String bound : List.of("low", "central", "high")) {
            columns.add("coalesce(sum("
                    + DELIVERED.stream().map(of -> "r." + of + "_" + bound).collect(Collectors.joining(" + ")) + ")"
                    + counts + ", 0)");
        }
        columns.add("cast(coalesce(sum(r.activities)" + counts + ", 0) as bigint)");
        for (String known : List.of("functional", "ghg_operational_location", "ghg_embodied")) {
            columns.add("cast(coalesce(sum(r.activities - r." + known + "_activities), 0) as bigint)");
        }
        SqlText sql = new SqlText();
        SeriesSelection.with(sql, tenant, query.filters(), grouping);
        sql.add("SELECT " + String.join(", ", columns));
        bySeries(sql, whole, grouping, columns(List.of(Criterion.GHG_OPERATIONAL_LOCATION, Criterion.GHG_EMBODIED)));
        groupBy(sql, keys.size());
        orderBy(sql, keys.size());
        return sql;
    }

    /**
     * Adds {@code FROM … r}: a row per series that is there, with its keys, kind, functional unit and sums.
     *
     * @param columns of sums, beside activities and what they delivered
     */
    public static void bySeries(SqlText sql, FootprintQuery whole, Grouping grouping, List<String> columns) {
        List<String> of = new ArrayList<>(keys(grouping));
        of.addAll(List.of("r.id", "r.kind", "r.functional_unit"));
        List<String> sums = new ArrayList<>(List.of("activities", "functional_quantity", "functional_activities"));
        sums.addAll(columns);
        sql.add(" FROM (SELECT " + String.join(", ", of)
                + sums.stream().map(sum -> ", sum(r." + sum + ") AS " + sum).collect(Collectors.joining()));
        List<String> needed = new ArrayList<>(columns);
        needed.addAll(List.of("functional_quantity", "functional_activities"));
        from(sql, whole, whole.steps(), needed);
        groupBy(sql, String.join(", ", of));
        sql.add(THERE + ") r");
    }

    public static List<String> keys(Grouping grouping) {
        return IntStream.range(0, grouping.columns()).mapToObj(i -> "r.k" + i).toList();
    }

    /** The columns of a criterion in the order of {@link FigureSum}. */
    static List<String> columns(Criterion criterion) {
        int first = FigureColumns.firstBound(criterion);
        List<String> columns =
                new ArrayList<>(FigureColumns.BOUNDS.subList(first, first + FigureColumns.BOUNDS_PER_CRITERION));
        columns.add(FigureColumns.activities(criterion));
        return columns;
    }

    public static List<String> columns(List<Criterion> criteria) {
        Set<String> columns = new LinkedHashSet<>();
        criteria.forEach(criterion -> columns.addAll(columns(criterion)));
        return List.copyOf(columns);
    }

    private static void sums(SqlText sql, List<Criterion> criteria) {
        for (Criterion criterion : criteria) {
            List<String> columns = columns(criterion);
            columns.subList(0, FigureColumns.BOUNDS_PER_CRITERION).forEach(bound -> sql.add(", sum(r." + bound + ")"));
            sql.add(", cast(sum(r." + FigureColumns.activities(criterion) + ") AS bigint)");
        }
    }

    public static void groupBy(SqlText sql, int columns) {
        groupBy(sql, positions(columns));
    }

    public static void orderBy(SqlText sql, int columns) {
        if (columns > 0) {
            sql.add(" ORDER BY " + positions(columns));
        }
    }

    private static void groupBy(SqlText sql, String columns) {
        if (!columns.isEmpty()) {
            sql.add(" GROUP BY " + columns);
        }
    }

    private static String positions(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Adds {@code FROM … r}: the rows of the selected series {@code s} in the range, each within one step. */
    private static void from(SqlText sql, FootprintQuery query, Steps steps, List<String> columns) {
        String needed = "r.bucket, r.activities"
                + columns.stream().map(column -> ", r." + column).collect(Collectors.joining());
        sql.add(" FROM (");
        boolean first = true;
        for (Map.Entry<Rollup, List<Segment>> part : query.cover(steps).entrySet()) {
            sql.add(first ? "SELECT s.*, " : " UNION ALL SELECT s.*, ").add(needed);
            first = false;
            rows(sql, part.getKey(), part.getValue(), needed, query.asOf());
        }
        sql.add(") r");
    }

    /**
     * Each series is looked up on its own. The planner does not look into what has an OFFSET: it cannot read the rollups of
     * all tenants instead, which it holds cheaper while they are few.
     */
    private static void rows(
            SqlText sql, Rollup rollup, List<Segment> segments, String needed, @Nullable LocalDate asOf) {
        String lateral =
                " CROSS JOIN LATERAL (SELECT " + needed + " FROM " + rollup.table() + " r WHERE r.series_id = s.id";
        if (segments.size() == 1) {
            Segment segment = segments.get(0);
            sql.add(" FROM s" + lateral + " AND r.bucket >= ? AND r.bucket < ?", segment.from(), segment.to());
        } else {
            sql.add(
                    " FROM s CROSS JOIN unnest(?::timestamptz[], ?::timestamptz[]) AS g(first, last)" + lateral
                            + " AND r.bucket >= g.first AND r.bucket < g.last",
                    SqlText.times(segments.stream().map(Segment::from).toList()),
                    SqlText.times(segments.stream().map(Segment::to).toList()));
        }
        if (asOf != null) {
            sql.add(" AND r.reported_on <= ?", asOf);
        }
        sql.add(" OFFSET 0) r");
    }
}
