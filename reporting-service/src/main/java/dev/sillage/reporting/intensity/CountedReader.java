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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tokens and subjects, which no rollup holds, from the ledger; the caller sees to it that the range is small. */
@ApplicationScoped
class CountedReader {
    /** Null when one of the two is not a plain number. Kinds without output have tokens that are read only. */
    private static final String TOKENS = "CASE WHEN d.input ~ '^[0-9]{1,18}$' AND d.output ~ '^[0-9]{1,18}$'"
            + " THEN d.input::numeric + d.output::numeric END";

    private static final String INPUTS = "SELECT j.data ->> 'inputTokens' AS input,"
            + " coalesce(j.data ->> 'outputTokens', CASE WHEN s.kind = 'embedding' THEN '0' END) AS output"
            // PostgreSQL has no texts with the character NUL, and fails where it should write one.
            + " FROM (SELECT CASE WHEN strpos(l.activity_data, '\\u0000') = 0 THEN l.activity_data::json END OFFSET 0) j(data)"
            // What has an OFFSET is computed once for an activity, not wherever it is used.
            + " OFFSET 0";

    /** Per group. */
    List<Counted> read(Connection connection, FootprintQuery query, List<Dividend> dividends, String tenant)
            throws SQLException {
        Grouping grouping = new Grouping.ByValue(query.groupBy());
        int first = grouping.columns() + 1;
        return FootprintReader.rows(
                connection,
                sql(query, grouping, dividends, tenant),
                row -> new Counted(
                        grouping.key(row, 1),
                        DeliveredReader.quotients(row, first, dividends),
                        DeliveredReader.quotients(row, first + Quotient.COLUMNS * dividends.size(), dividends)));
    }

    private static SqlText sql(FootprintQuery query, Grouping grouping, List<Dividend> dividends, String tenant) {
        SqlText sql = new SqlText();
        SeriesSelection.with(sql, tenant, query.filters(), grouping);
        Stream<String> keys = RollupSql.keys(grouping).stream();
        Stream<String> perToken =
                dividends.stream().flatMap(dividend -> quotient(dividend, "sum(r.tokens)", "r.tokens"));
        Stream<String> perUser =
                dividends.stream().flatMap(dividend -> quotient(dividend, "count(DISTINCT r.subject)", "r.subject"));
        sql.add("SELECT "
                + Stream.of(keys, perToken, perUser).flatMap(parts -> parts).collect(Collectors.joining(", "))
                + " FROM (SELECT s.*, l.*, " + TOKENS + " AS tokens FROM s JOIN ledger l ON l.series_id = s.id"
                + " CROSS JOIN LATERAL (" + INPUTS + ") d");
        sql.add(
                " WHERE l.tenant = ? AND l.occurred_at >= ? AND l.occurred_at < ? OFFSET 0) r",
                tenant,
                query.from(),
                query.to());
        RollupSql.groupBy(sql, grouping.columns());
        return sql.plannedForItsValues();
    }

    private static Stream<String> quotient(Dividend dividend, String quantity, String counted) {
        String filter =
                " FILTER (WHERE " + counted + " IS NOT NULL AND " + dividend.bound("r", "central") + " IS NOT NULL)";
        return Stream.of(
                quantity + filter,
                "sum(" + dividend.bound("r", "low") + ")" + filter,
                "sum(" + dividend.bound("r", "central") + ")" + filter,
                "sum(" + dividend.bound("r", "high") + ")" + filter,
                "count(*)" + filter);
    }
}
