package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.schema.Rollup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A question as SQL. Values are always parameters; names come from our enums only. */
final class RollupSql {
    /** Of every rollup; days have one more. */
    private static final String COLUMNS = "series_id, bucket, activities, functional_quantity, functional_activities, "
            + String.join(", ", FigureColumns.BOUNDS) + ", " + String.join(", ", FigureColumns.ACTIVITIES);

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private RollupSql() {}

    /** Sums per step and group: step in epoch seconds, values, activities, then per criterion three sums and a count. */
    static RollupSql points(FootprintQuery query, String tenant) {
        RollupSql sql = new RollupSql();
        Rollup step = query.interval().rollup();
        List<String> keys = new ArrayList<>();
        if (step != null) {
            keys.add("cast(extract(epoch from date_trunc('" + step.field() + "', r.bucket, 'UTC')) as bigint)");
        }
        query.groupBy().forEach(dimension -> keys.add("s." + dimension.wireName()));
        List<String> sums = new ArrayList<>(keys);
        sums.add("cast(sum(r.activities) as bigint)");
        query.criteria().forEach(criterion -> columns(criterion).forEach(column -> sums.add("sum(r." + column + ")")));
        sql.select(sums, query, tenant);
        sql.groupBy(keys.size());
        return sql;
    }

    /** Activities per group, methodology, factor set, tier and warnings. */
    static RollupSql qualities(FootprintQuery query, String tenant) {
        RollupSql sql = new RollupSql();
        List<String> keys = new ArrayList<>();
        query.groupBy().forEach(dimension -> keys.add("s." + dimension.wireName()));
        keys.addAll(List.of("s.methodology", "s.factor_set", "s.tier", "s.warnings"));
        List<String> columns = new ArrayList<>(keys);
        columns.add("cast(sum(r.activities) as bigint)");
        sql.select(columns, query, tenant);
        sql.groupBy(keys.size());
        return sql;
    }

    /**
     * What was delivered, per group: units, quantity, kgCO2e of the same activities and their number, and how many
     * are not among them for want of what. A row of a rollup is of one series, whose activities know the same things.
     */
    static RollupSql delivered(FootprintQuery query, String tenant) {
        String counts = " FILTER (WHERE r.functional_activities = r.activities"
                + " AND r.ghg_operational_location_activities = r.activities"
                + " AND r.ghg_embodied_activities = r.activities)";
        RollupSql sql = new RollupSql();
        List<String> keys = new ArrayList<>();
        query.groupBy().forEach(dimension -> keys.add("s." + dimension.wireName()));
        List<String> columns = new ArrayList<>(keys);
        columns.add("min(s.functional_unit)" + counts);
        columns.add("max(s.functional_unit)" + counts);
        columns.add("coalesce(sum(r.functional_quantity)" + counts + ", 0)");
        for (String bound : List.of("low", "central", "high")) {
            columns.add("coalesce(sum(r.ghg_operational_location_" + bound + " + r.ghg_embodied_" + bound + ")" + counts
                    + ", 0)");
        }
        columns.add("cast(coalesce(sum(r.activities)" + counts + ", 0) as bigint)");
        for (String known : List.of("functional", "ghg_operational_location", "ghg_embodied")) {
            columns.add("cast(coalesce(sum(r.activities - r." + known + "_activities), 0) as bigint)");
        }
        sql.select(columns, query, tenant);
        sql.groupBy(keys.size());
        return sql;
    }

    String text() {
        return text.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The columns of a criterion in the order of {@link FigureSum}. */
    private static List<String> columns(Criterion criterion) {
        int first = FigureColumns.firstBound(criterion);
        List<String> columns =
                new ArrayList<>(FigureColumns.BOUNDS.subList(first, first + FigureColumns.BOUNDS_PER_CRITERION));
        columns.add(FigureColumns.activities(criterion));
        return columns;
    }

    private void select(List<String> expressions, FootprintQuery query, String tenant) {
        text.append("SELECT ").append(String.join(", ", expressions)).append(" FROM (");
        List<Segment> cover =
                Segment.cover(query.from(), query.to(), query.interval().coarsest());
        for (int i = 0; i < cover.size(); i++) {
            Segment segment = cover.get(i);
            text.append(i == 0 ? "" : " UNION ALL ")
                    .append("SELECT " + COLUMNS + " FROM " + segment.rollup().table() + " WHERE bucket >= :from" + i
                            + " AND bucket < :to" + i);
            parameters.put("from" + i, segment.from());
            parameters.put("to" + i, segment.to());
        }
        text.append(") r JOIN series s ON s.id = r.series_id WHERE s.tenant = :tenant");
        parameters.put("tenant", tenant);
        filter(query.filters(), false);
        filter(query.filters(), true);
    }

    private void filter(List<Filter> filters, boolean excluded) {
        Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
        filters.stream().filter(filter -> filter.excluded() == excluded).forEach(filter -> values.computeIfAbsent(
                        filter.dimension(), first -> new ArrayList<>())
                .add(filter.value()));
        values.forEach((dimension, alternatives) -> {
            String parameter = dimension.wireName() + (excluded ? "Excluded" : "Included");
            text.append(" AND s." + dimension.wireName() + (excluded ? " NOT IN (:" : " IN (:") + parameter + ")");
            parameters.put(parameter, alternatives);
        });
    }

    private void groupBy(int keys) {
        if (keys > 0) {
            String positions =
                    IntStream.rangeClosed(1, keys).mapToObj(String::valueOf).collect(Collectors.joining(", "));
            text.append(" GROUP BY ").append(positions).append(" ORDER BY ").append(positions);
        }
    }
}
