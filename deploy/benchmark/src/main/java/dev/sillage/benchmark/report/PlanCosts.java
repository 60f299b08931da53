package dev.sillage.benchmark.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the statements behind an answer cost the database: PostgreSQL itself writes down the plan of each that it runs
 * ({@code auto_explain}), so nothing is known here of what they are.
 */
final class PlanCosts {
    /** The programs of the service name themselves so; whoever else runs statements at the time does not count. */
    private static final String SERVICE = "sillage-reporting";

    private static final Pattern STATEMENT = Pattern.compile(
            "^" + SERVICE + "[^|\\n]*\\|LOG: +duration: [^\\n]*plan:\\n((?:\\t[^\\n]*\\n)+)", Pattern.MULTILINE);
    private static final long WRITTEN_AFTER_NANOS = 30_000_000;

    private final Connection administrator;
    private final Path log;

    /**
     * Of that database.
     *
     * @param administrator a connection of its superuser
     * @param log where the database writes its log
     */
    PlanCosts(Connection administrator, Path log) {
        this.administrator = administrator;
        this.log = log;
    }

    /** Makes it possible; for sessions that begin afterwards. */
    static void prepare(Connection administrator) throws SQLException {
        run(
                administrator,
                "LOAD 'auto_explain'",
                "ALTER SYSTEM SET session_preload_libraries = 'auto_explain'",
                "ALTER SYSTEM SET log_line_prefix = '%a|'",
                "ALTER SYSTEM SET auto_explain.log_analyze = on",
                "ALTER SYSTEM SET auto_explain.log_timing = off",
                "ALTER SYSTEM SET auto_explain.log_buffers = on",
                "ALTER SYSTEM SET auto_explain.log_format = 'json'",
                "SELECT pg_reload_conf()");
    }

    /** From now on plans are written down, or no more. */
    void watch(boolean plans) throws SQLException {
        run(
                administrator,
                "ALTER SYSTEM SET auto_explain.log_min_duration = " + (plans ? 0 : -1),
                "SELECT pg_reload_conf()");
        LockSupport.parkNanos(10 * WRITTEN_AFTER_NANOS);
    }

    /** What was run in the meantime. */
    Cost of(Asked question) throws Exception {
        long from = Files.size(log);
        question.ask();
        LockSupport.parkNanos(WRITTEN_AFTER_NANOS);
        Matcher plans = STATEMENT.matcher(written(from));
        Cost sum = new Cost(0, 0, 0);
        while (plans.find()) {
            String plan = plans.group(1);
            sum = new Cost(
                    sum.statements() + 1,
                    sum.planner() + first(plan, "Total Cost"),
                    sum.blocks() + (long) (first(plan, "Shared Hit Blocks") + first(plan, "Shared Read Blocks")));
        }
        return sum;
    }

    private String written(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Of the whole plan, which comes before its parts. */
    private static double first(String plan, String name) {
        Matcher value = Pattern.compile("\"" + name + "\": ([0-9.]+)").matcher(plan);
        return value.find() ? Double.parseDouble(value.group(1)) : 0;
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A question that is asked. */
    @FunctionalInterface
    interface Asked {
        void ask() throws Exception;
    }

    /**
     * What an answer cost.
     *
     * @param statements how many there were
     * @param planner their costs as the planner expects them
     * @param blocks how many blocks of tables and indexes they touched
     */
    record Cost(int statements, double planner, long blocks) {

        static Cost median(List<Cost> costs) {
            return costs.stream()
                    .sorted(Comparator.comparingLong(Cost::blocks))
                    .toList()
                    .get(costs.size() / 2);
        }

        /** As a cell of a table. */
        String text() {
            return String.format(Locale.ROOT, "%d / %,.0f / %,d", statements, planner, blocks);
        }
    }
}
