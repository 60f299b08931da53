package dev.sillage.reporting.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which series of the table {@code series s} are meant, as SQL. Values are always parameters; names are our own, and labels too are parameters. */
public final class SeriesSelection {
    private SeriesSelection() {}

    /** The condition that the tenant and all filters hold. */
    public static void where(SqlText sql, String tenant, List<Filter> filters) {
        sql.add("s.tenant = ?", tenant);
        add(sql, filters, false);
        add(sql, filters, true);
    }

    private static void add(SqlText sql, List<Filter> filters, boolean excluded) {
        Map<Dimension, List<String>> values = new LinkedHashMap<>();
        filters.stream().filter(filter -> filter.excluded() == excluded).forEach(filter -> values.computeIfAbsent(
                        filter.dimension(), first -> new ArrayList<>())
                .add(filter.value()));
        values.forEach((dimension, alternatives) -> {
            sql.add(" AND ");
            value(sql, dimension).add(excluded ? " <> ALL (?)" : " = ANY (?)", SqlText.texts(alternatives));
        });
    }

    /** Adds the value of a dimension of {@code s}, empty when it is absent. */
    static SqlText value(SqlText sql, Dimension dimension) {
        String label = dimension.label();
        return label == null ? sql.add("s." + dimension.wireName()) : sql.add("coalesce(s.labels ->> ?, '')", label);
    }

    /** A table expression {@code s} of the selected series, their keys and how they were computed. */
    public static void with(SqlText sql, String tenant, List<Filter> filters, Grouping grouping) {
        sql.add("WITH s AS (SELECT s.id, s.kind, s.methodology, s.factor_set, s.tier, s.warnings, s.functional_unit");
        if (grouping instanceof Grouping.Largest largest) {
            sql.add(", coalesce(top.rank, 0) AS k0 FROM series s LEFT JOIN ");
            largest(sql, largest);
        } else if (grouping instanceof Grouping.ByValue byValue) {
            for (int i = 0; i < byValue.dimensions().size(); i++) {
                sql.add(", ");
                value(sql, byValue.dimensions().get(i)).add(" AS k" + i);
            }
            sql.add(" FROM series s");
        }
        sql.add(" WHERE ");
        where(sql, tenant, filters);
        sql.add(") ");
    }

    private static void largest(SqlText sql, Grouping.Largest largest) {
        List<Dimension> dimensions = largest.dimensions();
        List<String> columns = new ArrayList<>();
        sql.add("unnest(");
        for (int i = 0; i < dimensions.size(); i++) {
            String name = dimensions.get(i).wireName();
            sql.add(
                    i == 0 ? "?" : ", ?",
                    SqlText.texts(largest.keys().stream()
                            .map(key -> key.values().getOrDefault(name, ""))
                            .toList()));
            columns.add("v" + i);
        }
        sql.add(") WITH ORDINALITY AS top(" + String.join(", ", columns) + ", rank) ON ");
        for (int i = 0; i < dimensions.size(); i++) {
            sql.add(i == 0 ? "top.v" + i + " = " : " AND top.v" + i + " = ");
            value(sql, dimensions.get(i));
        }
    }
}
