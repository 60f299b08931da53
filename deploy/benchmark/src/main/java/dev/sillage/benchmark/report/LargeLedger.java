package dev.sillage.benchmark.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
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
    /** How many each series has in the first million. */
    private static final int BURSTS_OF_SERIES = 1_000_000 / BURST / TENANTS / SERIES_OF_TENANT;

    /** Of activity n; all its figures are multiples of it, so that their sums are multiples of its sum. */
    private static final String FACTOR = "(1 + n % 977)";

    private static final String OURS = "SELECT id FROM series WHERE tenant LIKE 'tenant-%'";
    /** Prime to the seconds of a year, and a golden part of it from one turn of a series to its next. */
    private static final int STEP = 19_508_737;

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
    private final Connection second;

    /** Two connections, which work side by side. */
    LargeLedger(Connection connection, Connection second) {
        this.connection = connection;
        this.second = second;
    }

    static String tenant(int number) {
        return "tenant-" + number;
    }

    /** The number of one of its activities in the first million. */
    static long activityOf(int tenant, Random random) {
        long burst = (long) tenant * SERIES_OF_TENANT
                + random.nextInt(SERIES_OF_TENANT)
                + (long) random.nextInt(BURSTS_OF_SERIES) * TENANTS * SERIES_OF_TENANT;
        return burst * BURST + random.nextInt(BURST);
    }

    /** Makes the dimensions; once. */
    void series() throws SQLException {
        run(
                connection,
                "INSERT INTO series (digest, tenant, kind, provider, model, zone, team, project, application, environment,"
                        + " methodology, factor_set, tier, warnings) SELECT gen_random_uuid(), 'tenant-' || t, 'llm-inference',"
                        + " 'openai', 'model-' || s % 5, (ARRAY['FRA','USA','DEU'])[1 + s % 3], 'team-' || s / 5, 'project-' || s % 4,"
                        + " '', 'production', 'sillage-2026.1', '2026.1+0123456789ab', 'class', '' FROM generate_series(0, "
                        + (TENANTS - 1) + ") t, generate_series(0, " + (SERIES_OF_TENANT - 1) + ") s ORDER BY t, s");
        run(
                connection,
                "SELECT ensure_ledger_month(0, ((timestamptz '" + FIRST_DAY
                        + "' AT TIME ZONE 'UTC')::date + m * interval '1 month')::date) FROM generate_series(0, 12) m");
    }

    /** Adds that many activities, without their rollups. */
    void add(long from, long to) throws SQLException, InterruptedException {
        long middle = from + (to - from) / 2;
        AtomicReference<SQLException> failure = new AtomicReference<>();
        Thread other = new Thread(() -> {
            try {
                addAlone(second, middle, to);
            } catch (SQLException e) {
                failure.set(e);
            }
        });
        other.start();
        addAlone(connection, from, middle);
        other.join();
        SQLException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static void addAlone(Connection with, long from, long to) throws SQLException {
        String numbers = Stream.iterate(1, i -> i + 1)
                .limit(3L * CRITERIA.size())
                .map(i -> FACTOR + " * " + figure(i))
                .collect(Collectors.joining(", "));
        run(
                with,
                "WITH counted AS (INSERT INTO ledger (activity_digest, tenant, source, activity_id, series_id,"
                        + " retention_months, occurred_at, accepted_at, footprint_id, labels, origin_partition, origin_offset,"
                        + " activity_data, " + columns().collect(Collectors.joining(", ")) + ")"
                        // As ActivityReference.digest() makes it.
                        + " SELECT encode(set_byte(set_byte(h, 6, get_byte(h, 6) & 15 | 128), 8, get_byte(h, 8) & 63 | 128), 'hex')"
                        + "::uuid, s.tenant, '/gateway', 'l-' || n, s.id, 0, t.at, t.at + interval '1 second',"
                        + " gen_random_uuid(), '{\"team\":\"a\",\"project\":\"b\"}', 0, n,"
                        + " '{\"provider\":\"openai\",\"model\":\"m\",\"inputTokens\":1874,\"outputTokens\":392}', "
                        + numbers + numbered(from, to)
                        + " CROSS JOIN LATERAL (SELECT substring(sha256(convert_to(s.tenant || E'\\x1f/gateway\\x1fl-' || n,"
                        + " 'UTF8')) FROM 1 FOR 16) AS h) d RETURNING activity_digest, occurred_at, tenant)"
                        + " INSERT INTO identity (digest, content, occurred_at, retention_months, tenant)"
                        + " SELECT activity_digest, 1, occurred_at, 0, tenant FROM counted");
    }

    /** Sums all activities from the first up to that one anew, and tells the planner. */
    void rollUp(long to) throws SQLException {
        String sums = Stream.iterate(1, i -> i + 1)
                .limit(3L * CRITERIA.size())
                .map(i -> "factors * " + figure(i))
                .collect(Collectors.joining(", "));
        String counts = CRITERIA.stream().map(criterion -> "activities").collect(Collectors.joining(", "));
        List<String> names = Stream.of(
                        Stream.of("activities"), columns(), CRITERIA.stream().map(c -> c + "_activities"))
                .flatMap(each -> each)
                .toList();
        String all = String.join(", ", names);
        forget("minute");
        run(
                connection,
                "INSERT INTO rollup_minute (series_id, bucket, " + all + ") SELECT id, minute, activities, " + sums
                        + ", "
                        + counts
                        + " FROM (SELECT s.id, date_trunc('minute', t.at, 'UTC') AS minute, count(*) AS activities,"
                        + " sum(" + FACTOR + ") AS factors" + numbered(0, to) + " GROUP BY 1, 2) m");
        String added = names.stream().map(name -> "sum(" + name + ")").collect(Collectors.joining(", "));
        String finer = "minute";
        for (String unit : List.of("hour", "day", "month")) {
            forget(unit);
            boolean day = unit.equals("day");
            run(
                    connection,
                    "INSERT INTO rollup_" + unit + " (series_id, bucket, " + (day ? "reported_on, " : "") + all
                            + ") SELECT series_id, date_trunc('" + unit + "', bucket, 'UTC'), "
                            + (day ? "(bucket AT TIME ZONE 'UTC')::date, " : "") + added + " FROM rollup_" + finer
                            + " WHERE series_id IN (" + OURS + ") GROUP BY 1, 2" + (day ? ", 3" : ""));
            finer = unit;
        }
        for (String table :
                List.of("rollup_minute", "rollup_hour", "rollup_day", "rollup_month", "ledger", "identity", "series")) {
            run(connection, "VACUUM ANALYZE " + table);
        }
    }

    private void forget(String unit) throws SQLException {
        run(connection, "DELETE FROM rollup_" + unit + " WHERE series_id IN (" + OURS + ")");
        run(connection, "VACUUM rollup_" + unit);
    }

    /** Burst by burst over the series, spread over the year by a step that meets every second of it once. */
    private static String numbered(long from, long to) {
        return " FROM generate_series(" + from + "::bigint, " + (to - 1) + "::bigint) n"
                + " JOIN LATERAL (SELECT timestamptz '" + FIRST_DAY + "' + ((n / " + BURST + ") * " + STEP + " % "
                + SECONDS_OF_YEAR + " / 60 * 60 + n % 60) * interval '1 second' AS at) t ON true"
                + " JOIN (SELECT id, tenant, row_number() OVER (ORDER BY id) - 1 AS number FROM series WHERE tenant LIKE"
                + " 'tenant-%') s ON s.number = (n / " + BURST + ") % " + TENANTS * SERIES_OF_TENANT;
    }

    private static String figure(int number) {
        return "0.00000123400" + number;
    }

    private static Stream<String> columns() {
        return CRITERIA.stream()
                .flatMap(criterion -> Stream.of("low", "central", "high").map(bound -> criterion + "_" + bound));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
