package dev.sillage.reporting.intensity;

import dev.sillage.reporting.query.FootprintQuery;
import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.Grouping;
import dev.sillage.reporting.query.RollupSql;
import dev.sillage.reporting.query.SeriesSelection;
import dev.sillage.reporting.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads tokens and subjects, which no rollup holds, from the ledger; the caller sees to it that the range is small. */
@ApplicationScoped
class CountedReader {
    /** Null when one of the two is not a plain number. Kinds without output have tokens that are read only. */
    private static final String TOKENS = ", CASE WHEN " + plainNumber("d.input") + " AND " + plainNumber("d.output")
            + " THEN d.input::numeric + d.output::numeric END AS tokens";

    private static final String INPUTS = "SELECT j.data ->> 'inputTokens' AS input,"
            + " coalesce(j.data ->> 'outputTokens', CASE WHEN s.kind = 'embedding' THEN '0' END) AS output"
            // PostgreSQL has no texts with the character NUL, and fails where it should write one.
            + " FROM (SELECT CASE WHEN strpos(l.activity_data, '\\u0000') = 0 THEN l.activity_data::json END OFFSET 0) j(data)"
            // What has an OFFSET is computed once for an activity, not wherever it is used.
            + " OFFSET 0";

    /**
     * Per group.
     *
     * @param units that are counted
     */
    List<Counted> read(
            Connection connection, FootprintQuery query, List<Unit> units, List<Dividend> dividends, String tenant)
            throws SQLException {
        Grouping grouping = new Grouping.ByValue(query.groupBy());
        return FootprintReader.rows(connection, sql(query, grouping, units, dividends, tenant), row -> {
            Map<Unit, Map<String, Quotient>> per = new EnumMap<>(Unit.class);
            int column = 1 + grouping.columns();
            for (Unit unit : units) {
                per.put(unit, DeliveredReader.quotients(row, column, dividends));
                column += Quotient.COLUMNS * dividends.size();
            }
            return new Counted(grouping.key(row, 1), per);
        });
    }

    private static SqlText sql(
            FootprintQuery query, Grouping grouping, List<Unit> units, List<Dividend> dividends, String tenant) {
        SqlText sql = new SqlText();
        SeriesSelection.with(sql, tenant, query.filters(), grouping);
        List<String> columns = new ArrayList<>(RollupSql.keys(grouping));
        units.forEach(unit -> dividends.forEach(dividend -> columns.addAll(quotient(unit, dividend))));
        boolean ofTokens = units.contains(Unit.THOUSAND_TOKENS);
        sql.add("SELECT " + String.join(", ", columns) + " FROM (SELECT s.*, l.*" + (ofTokens ? TOKENS : "")
                + " FROM s JOIN ledger l ON l.series_id = s.id"
                + (ofTokens ? " CROSS JOIN LATERAL (" + INPUTS + ") d" : ""));
        sql.add(
                " WHERE l.tenant = ? AND l.occurred_at >= ? AND l.occurred_at < ? OFFSET 0) r",
                tenant,
                query.from(),
                query.to());
        RollupSql.groupBy(sql, grouping.columns());
        return sql.plannedForItsValues();
    }

    /** Up to 18 digits and nothing else. */
    private static String plainNumber(String text) {
        return "(translate(" + text + ", '0123456789', '') = '' AND length(" + text + ") BETWEEN 1 AND 18)";
    }

    private static List<String> quotient(Unit unit, Dividend dividend) {
        boolean ofTokens = unit == Unit.THOUSAND_TOKENS;
        String counted = ofTokens ? "r.tokens" : "r.subject";
        String filter =
                " FILTER (WHERE " + counted + " IS NOT NULL AND " + dividend.bound("r", "central") + " IS NOT NULL)";
        return List.of(
                (ofTokens ? "sum(r.tokens)" : "count(DISTINCT r.subject)") + filter,
                "sum(" + dividend.bound("r", "low") + ")" + filter,
                "sum(" + dividend.bound("r", "central") + ")" + filter,
                "sum(" + dividend.bound("r", "high") + ")" + filter,
                "count(*)" + filter);
    }
}
