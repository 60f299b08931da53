package dev.sillage.benchmark.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a ledger of a year and of many tenants, and rollups that are its exact sums, in SQL: as many rows would take the
 * service a quarter of an hour. Activities come in bursts of a hundred in a minute, as from a fleet that works in shifts.
 */
final class LargeLedger {
    static final int TENANTS = 50;
    private static final int SERIES_OF_TENANT = 20;
    private static final int BURST = 100;
    private static final int SECONDS_OF_YEAR = 365 * 86_400;
    private static final String FIRST_DAY = "2025-11-01T00:00:00Z";
    private static final List<String> CRITERIA = List.of(
            "energy",
            "ghg_operational_location",
            "ghg_operational_market",
            "ghg_embodied",
            "water_on_site",
            "water_off_site",
            "primary_energy",
            "adpe");

    private final Connection connection;

    LargeLedger(Connection connection) {
        this.connection = connection;
    }

    static String tenant(int number) {
        return "tenant-" + number;
    }

    /** Makes the dimensions; once. */
    void series() throws SQLException {
        run("INSERT INTO series (digest, tenant, kind, provider, model, zone, team, project, application, environment,"
                + " methodology, factor_set, tier, warnings) SELECT gen_random_uuid(), 'tenant-' || t, 'llm-inference',"
                + " 'openai', 'model-' || s % 5, (ARRAY['FRA','USA','DEU'])[1 + s % 3], 'team-' || s / 5, 'project-' || s % 4,"
                + " '', 'production', 'sillage-2026.1', '2026.1+0123456789ab', 'class', '' FROM generate_series(0, "
                + (TENANTS - 1) + ") t, generate_series(0, " + (SERIES_OF_TENANT - 1) + ") s");
        run("SELECT ensure_ledger_month(0, ((timestamptz '" + FIRST_DAY
                + "' AT TIME ZONE 'UTC')::date + m * interval '1 month')::date) FROM generate_series(0, 12) m");
    }

    /** Adds that many activities, and their rollups from nothing. */
    void add(long from, long to) throws SQLException {
        String figures = columns("", "").collect(Collectors.joining(", "));
        String numbers = Stream.iterate(1, i -> i + 1)
                .limit(3L * CRITERIA.size())
                .map(i -> "(1 + n % 977) * 0.00000123400" + i)
                .collect(Collectors.joining(", "));
        // Burst by burst over the series, spread over the year by a step that meets every second of it once.
        run(
                "INSERT INTO ledger (activity_digest, tenant, source, activity_id, series_id, retention_months, occurred_at,"
                        + " accepted_at, footprint_id, labels, origin_partition, origin_offset, activity_data, "
                        + figures + ")"
                        + " SELECT gen_random_uuid(), s.tenant, '/gateway', 'l-' || n, s.id, 0, t.at, t.at + interval '1 second',"
                        + " gen_random_uuid(), '{\"team\":\"a\",\"project\":\"b\"}', 0, n,"
                        + " '{\"provider\":\"openai\",\"model\":\"m\",\"inputTokens\":1874,\"outputTokens\":392}', "
                        + numbers
                        + " FROM generate_series(" + from + "::bigint, " + (to - 1) + "::bigint) n"
                        + " JOIN LATERAL (SELECT timestamptz '" + FIRST_DAY + "' + ((n / " + BURST + ") * 7919 % "
                        + SECONDS_OF_YEAR
                        + " / 60 * 60 + n % 60) * interval '1 second' AS at) t ON true"
                        + " JOIN (SELECT id, tenant, row_number() OVER (ORDER BY id) - 1 AS number FROM series WHERE tenant LIKE"
                        + " 'tenant-%') s ON s.number = (n / " + BURST + ") % " + TENANTS * SERIES_OF_TENANT);
        run("INSERT INTO identity (digest, content, occurred_at, retention_months, tenant) SELECT activity_digest, 1,"
                + " occurred_at, 0, tenant FROM ledger WHERE origin_offset >= " + from + " AND source = '/gateway'"
                + " AND tenant LIKE 'tenant-%'");
    }

    /** The sums anew, and what the planner should know. */
    void rollUp() throws SQLException {
        String sums = columns("sum(", ")").collect(Collectors.joining(", "));
        String counts = CRITERIA.stream().map(c -> "count(" + c + "_central)").collect(Collectors.joining(", "));
        String names = columns("", "").collect(Collectors.joining(", ")) + ", "
                + CRITERIA.stream().map(c -> c + "_activities").collect(Collectors.joining(", "));
        for (String unit : List.of("minute", "hour", "day", "month")) {
            boolean day = unit.equals("day");
            run("TRUNCATE rollup_" + unit);
            run("INSERT INTO rollup_" + unit + " (series_id, bucket, " + (day ? "reported_on, " : "") + "activities, "
                    + names + ") SELECT series_id, date_trunc('" + unit + "', occurred_at, 'UTC'), "
                    + (day ? "occurred_at::date, " : "") + "count(*), " + sums + ", " + counts
                    + " FROM ledger GROUP BY 1, 2"
                    + (day ? ", 3" : ""));
            run("VACUUM ANALYZE rollup_" + unit);
        }
        run("VACUUM ANALYZE ledger");
        run("VACUUM ANALYZE identity");
        run("ANALYZE series");
    }

    private static Stream<String> columns(String before, String after) {
        return CRITERIA.stream().flatMap(criterion -> Stream.of("low", "central", "high")
                .map(bound -> before + criterion + "_" + bound + after));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
