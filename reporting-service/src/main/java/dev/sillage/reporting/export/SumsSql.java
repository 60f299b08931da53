package dev.sillage.reporting.export;

import dev.sillage.reporting.schema.FigureColumns;
import dev.sillage.reporting.schema.Rollup;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements behind {@link SumsReader}, whose cost does not grow with the ledger. */
final class SumsSql {
    private static final String QUALITY = "methodology, factor_set, tier, warnings";
    private static final String COUNTS =
            sums(Stream.concat(Stream.of("activities"), FigureColumns.ACTIVITIES.stream()));
    private static final String BOUNDS = sums(FigureColumns.BOUNDS.stream());

    /**
     * Parameters: tenant, number of teams. What was taken back completely is no part any more. Teams are ranked by
     * greenhouse gases, then by electricity, then by activities; those without a team are always apart.
     */
    static final String GROUPS =
            "WITH part AS MATERIALIZED (SELECT s.kind, s.team, s.methodology, s.factor_set, s.tier,"
                    + " s.warnings, " + COUNTS + ", " + BOUNDS + " FROM " + Rollup.MONTH.table()
                    + " r JOIN series s ON s.id = r.series_id WHERE s.tenant = ? GROUP BY s.kind, s.team, s.methodology,"
                    + " s.factor_set, s.tier, s.warnings HAVING sum(activities) > 0),"
                    + " ranked AS (SELECT team, row_number() OVER (ORDER BY"
                    + " sum(ghg_operational_location_central + ghg_embodied_central) DESC, sum(energy_central) DESC,"
                    + " sum(activities) DESC, team) AS place FROM part WHERE team NOT IN ('', '" + TenantSums.OTHER
                    + "')"
                    + " GROUP BY team),"
                    + " shown AS (SELECT team FROM ranked WHERE place <= ? UNION ALL VALUES ('')),"
                    + " folded AS (SELECT coalesce(shown.team, '" + TenantSums.OTHER
                    + "') AS team, part.team AS own, kind, "
                    + QUALITY + ", activities, " + columns() + " FROM part LEFT JOIN shown USING (team))"
                    + " SELECT kind, team, " + COUNTS + ", " + BOUNDS + ", " + distinct("methodology") + ", "
                    + distinct("factor_set") + ", " + distinct("tier") + ", " + distinct("warnings") + ","
                    + " (SELECT count(DISTINCT own) FROM folded WHERE team = '" + TenantSums.OTHER
                    + "') AS teams_in_other"
                    + " FROM folded GROUP BY kind, team ORDER BY kind, team";

    /** Parameter: tenant. Both only grow. */
    static final String EVER = "SELECT coalesce(sum(reported), 0) AS reported, coalesce(sum(amended), 0) AS amended"
            + " FROM reconciliation WHERE tenant = ?";

    private SumsSql() {}

    private static String sums(Stream<String> columns) {
        return columns.map(column -> "sum(" + column + ") AS " + column).collect(Collectors.joining(", "));
    }

    private static String columns() {
        return Stream.concat(FigureColumns.ACTIVITIES.stream(), FigureColumns.BOUNDS.stream())
                .collect(Collectors.joining(", "));
    }

    private static String distinct(String column) {
        return "array_agg(DISTINCT " + column + ") AS " + column;
    }
}
