package dev.sillage.reporting.intensity;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.query.FootprintQuery;
import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.Grouping;
import dev.sillage.reporting.query.Interval;
import dev.sillage.reporting.query.RollupSql;
import dev.sillage.reporting.query.SeriesSelection;
import dev.sillage.reporting.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads from the rollups what was delivered. All activities of a series know the same things. */
@ApplicationScoped
class DeliveredReader {
    private static final List<String> BOUNDS = List.of("low", "central", "high");

    /** Per group and functional unit; never more than the limit. */
    List<Delivered> read(
            Connection connection, FootprintQuery query, List<Dividend> dividends, String tenant, int limit)
            throws SQLException {
        Grouping grouping = new Grouping.ByValue(query.groupBy());
        int first = grouping.columns() + 1;
        return FootprintReader.rows(
                connection,
                sql(query, grouping, dividends, tenant).add(" LIMIT ?", limit),
                row -> new Delivered(
                        grouping.key(row, 1),
                        row.getString(first),
                        row.getLong(first + 1),
                        quotients(row, first + 2, dividends),
                        quotients(row, first + 2 + Quotient.COLUMNS * dividends.size(), dividends)));
    }

    static Map<String, Quotient> quotients(ResultSet row, int firstColumn, List<Dividend> dividends)
            throws SQLException {
        Map<String, Quotient> quotients = new LinkedHashMap<>();
        int column = firstColumn;
        for (Dividend dividend : dividends) {
            Quotient quotient = Quotient.of(row, column);
            if (quotient != null) {
                quotients.put(dividend.name(), quotient);
            }
            column += Quotient.COLUMNS;
        }
        return quotients;
    }

    static SqlText sql(FootprintQuery query, Grouping grouping, List<Dividend> dividends, String tenant) {
        SqlText sql = new SqlText();
        SeriesSelection.with(sql, tenant, query.filters(), grouping);
        sql.add("SELECT "
                + RollupSql.keys(grouping).stream().map(key -> key + ", ").collect(Collectors.joining())
                + "r.functional_unit, cast(sum(r.activities) as bigint)");
        dividends.forEach(dividend -> quotient(
                sql,
                dividend,
                "r.functional_quantity",
                " FILTER (WHERE r.functional_activities = r.activities AND " + known(dividend) + ")"));
        dividends.forEach(
                dividend -> quotient(sql, dividend, "r.activities", " FILTER (WHERE " + known(dividend) + ")"));
        List<Criterion> needed = List.of(Criterion.values());
        RollupSql.bySeries(sql, query.withInterval(Interval.NONE), grouping, RollupSql.columns(needed));
        RollupSql.groupBy(sql, grouping.columns() + 1);
        RollupSql.orderBy(sql, grouping.columns() + 1);
        return sql;
    }

    private static void quotient(SqlText sql, Dividend dividend, String quantity, String filter) {
        sql.add(", sum(" + quantity + ")" + filter);
        BOUNDS.forEach(bound -> sql.add(", sum(" + dividend.bound("r", bound) + ")" + filter));
        sql.add(", cast(coalesce(sum(r.activities)" + filter + ", 0) as bigint)");
    }

    private static String known(Dividend dividend) {
        return dividend.columns().stream()
                .map(column -> "r." + column + "_activities = r.activities")
                .collect(Collectors.joining(" AND "));
    }
}
