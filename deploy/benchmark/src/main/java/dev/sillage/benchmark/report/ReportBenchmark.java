package dev.sillage.benchmark.report;

import dev.sillage.access.KeyCommand;
import dev.sillage.benchmark.process.Server;
import dev.sillage.local.machine.Children;
import dev.sillage.local.machine.DataDirectory;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.machine.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the packaged reporting service against a real broker and a real database. First footprints into the ledger beside
 * {@link InsertFloor}, turn by turn, then copies of them; then questions, by a ledger of each size, and once more while
 * footprints come. Arguments: rounds (3), footprints of each (300000), seconds of each question (4), sizes of the ledger in
 * millions (1,5,20; 0 leaves the questions out).
 */
public final class ReportBenchmark {
    private static final PrintStream OUT = System.out;
    private static final int HALF_SPEED_PER_SECOND = 15_000;
    private static final int WARM_UP = 150_000;
    private static final int MILLION = 1_000_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path project;
    private final Path data;
    private final int rounds;
    private final int footprints;
    private final Duration time;
    private final int[] millions;

    private ReportBenchmark(Path project, Path data, String[] arguments) {
        this.project = project;
        this.data = data;
        this.rounds = argument(arguments, 0, 3);
        this.footprints = argument(arguments, 1, 300_000);
        this.time = Duration.ofSeconds(argument(arguments, 2, 4));
        this.millions = Arrays.stream((arguments.length > 3 ? arguments[3] : "1,5,20").split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("sillage-report");
        try {
            new ReportBenchmark(Path.of(System.getProperty("sillage.project")), data, arguments).run();
        } finally {
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run() throws Exception {
        Ports ports = Ports.free();
        try (DataDirectory directory = DataDirectory.open(data.resolve("machine"));
                Children children = Machine.adopt(directory, OUT::println);
                Machine machine = Machine.prepare(directory, children, ports, project, OUT::println)) {
            machine.database().start();
            machine.broker().start();
            try (Connection administrator = administrator(machine)) {
                PlanCosts.prepare(administrator);
                // The database is filled in minutes with what comes in a year: it need not come to rest every second.
                execute(administrator, "ALTER SYSTEM SET max_wal_size = '8GB'");
                execute(administrator, "ALTER SYSTEM SET checkpoint_timeout = '30min'");
                execute(administrator, "SELECT pg_reload_conf()");
            }
            List<String> keys = keys();
            try (Server service = service(machine, ports.reporting());
                    FootprintRecords records =
                            new FootprintRecords(machine.broker().bootstrapServers());
                    Connection owner = machine.database().connect();
                    Connection floorConnection = machine.database().connect()) {
                into(service, records, owner, new InsertFloor(floorConnection));
                if (millions[0] > 0) {
                    outOf(service, keys, records, machine);
                }
            }
        }
    }

    private void into(Server service, FootprintRecords records, Connection owner, InsertFloor floor) throws Exception {
        long next = take(records, owner, 0, WARM_UP);
        floor.insert(WARM_UP);
        OUT.println("| into the ledger | footprints/s | CPU us each, service |\n|---|---:|---:|");
        for (int round = 0; round < rounds; round++) {
            long first = next;
            next = first + footprints;
            measure("new footprints", service, records, owner, first, next);
            Duration inserted = floor.insert(footprints);
            OUT.printf(Locale.ROOT, "| floor: COPY alone | %,.0f | - |%n", footprints / (inserted.toNanos() / 1e9));
            measure("the same again", service, records, owner, first, next);
        }
        OUT.printf(
                "In the ledger: %,d; in the rollups: %,d%n",
                number(owner, "SELECT count(*) FROM ledger WHERE tenant = 'local'"),
                number(
                        owner,
                        "SELECT sum(activities) FROM rollup_month r JOIN series s ON s.id = r.series_id WHERE tenant ="
                                + " 'local'"));
    }

    /** The rate counts from when all are on the topic: until then whoever publishes takes one of the cores. */
    private void measure(String what, Server service, FootprintRecords records, Connection owner, long from, long to)
            throws Exception {
        Duration cpu = service.cpu();
        records.publish(from, to);
        long left = records.published() - taken(owner);
        long start = System.nanoTime();
        awaitTaken(records, owner);
        double seconds = (System.nanoTime() - start) / 1e9;
        OUT.printf(
                Locale.ROOT,
                "| %s (%,d, the others were taken while all were published) | %,.0f | %.1f |%n",
                what,
                left,
                left / seconds,
                service.cpu().minus(cpu).toNanos() / 1e3 / footprints);
    }

    private static long take(FootprintRecords records, Connection owner, long from, long to) throws Exception {
        records.publish(from, to);
        awaitTaken(records, owner);
        return to;
    }

    private void outOf(Server service, List<String> keys, FootprintRecords records, Machine machine) throws Exception {
        try (Connection owner = machine.database().connect();
                Connection second = machine.database().connect();
                Connection administrator = administrator(machine)) {
            List<Connection> bare = new ArrayList<>();
            for (int reader = 0; reader < Questions.READERS; reader++) {
                bare.add(machine.database().connect());
            }
            Questions questions = new Questions(
                    URI.create("http://127.0.0.1:" + service.port()), keys, bare, () -> Work.now(service::cpu, data));
            PlanCosts plans = new PlanCosts(administrator, data.resolve("machine/logs/postgresql.log"));
            Map<String, List<String>> costs =
                    costsBySize(new LargeLedger(owner, second), questions, plans, administrator);
            OUT.printf(
                    "%n| statements / planner's cost / blocks touched, ledger of … million |%s%n|---|%s%n",
                    Arrays.stream(millions).mapToObj(size -> " " + size + " |").collect(Collectors.joining()),
                    "---:|".repeat(millions.length));
            costs.forEach((name, cells) -> OUT.println("| " + name + " | " + String.join(" | ", cells) + " |"));
            whileTheyCome(questions, records, owner);
            for (Connection each : bare) {
                each.close();
            }
        }
    }

    private Map<String, List<String>> costsBySize(
            LargeLedger ledger, Questions questions, PlanCosts plans, Connection administrator) throws Exception {
        Map<String, List<String>> costs = new LinkedHashMap<>();
        ledger.series();
        long rows = 0;
        for (int size : millions) {
            long start = System.nanoTime();
            for (long wanted = (long) size * MILLION; rows < wanted; rows += MILLION) {
                ledger.add(rows, rows + MILLION);
            }
            ledger.rollUp(rows);
            execute(administrator, "CHECKPOINT");
            OUT.printf(
                    Locale.ROOT,
                    "%nFilled up to %d million in %.0f s: ledger %,d, minutes %,d, hours %,d, days %,d, months %,d rows, %,d MB%n",
                    size,
                    (System.nanoTime() - start) / 1e9,
                    number(administrator, "SELECT count(*) FROM identity"),
                    number(administrator, "SELECT count(*) FROM rollup_minute"),
                    number(administrator, "SELECT count(*) FROM rollup_hour"),
                    number(administrator, "SELECT count(*) FROM rollup_day"),
                    number(administrator, "SELECT count(*) FROM rollup_month"),
                    number(administrator, "SELECT pg_database_size(current_database()) / 1000000"));
            if (costs.isEmpty()) {
                questions.warmUp(time);
            }
            plans.watch(true);
            questions.costs(plans).forEach((name, cost) -> costs.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(cost.text()));
            plans.watch(false);
            questions.ask("question, ledger of " + size + " million", time).forEach(OUT::println);
        }
        return costs;
    }

    private void whileTheyCome(Questions questions, FootprintRecords records, Connection owner) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        long before = number(owner, "SELECT sum(reported) FROM reconciliation WHERE tenant = 'local'");
        long start = System.nanoTime();
        Thread stream = new Thread(() -> stream(records, done));
        stream.start();
        String title = String.format(Locale.ROOT, "the same while %,d footprints/s come", HALF_SPEED_PER_SECOND);
        questions.ask(title, time).forEach(OUT::println);
        done.set(true);
        stream.join();
        long stored = number(owner, "SELECT sum(reported) FROM reconciliation WHERE tenant = 'local'") - before;
        OUT.printf(Locale.ROOT, "Stored meanwhile: %,.0f/s%n", stored / ((System.nanoTime() - start) / 1e9));
    }

    /** Whoever may say what is written down, and how often the database comes to rest. */
    private static Connection administrator(Machine machine) throws SQLException {
        return DriverManager.getConnection(
                machine.database().jdbcUrl(), "postgres", machine.database().password());
    }

    private static void stream(FootprintRecords records, AtomicBoolean done) {
        long first = 1_000_000_000L;
        long start = System.nanoTime();
        long sent = 0;
        while (!done.get()) {
            long due = (long) ((System.nanoTime() - start) / 1e9 * HALF_SPEED_PER_SECOND);
            for (; sent < due; sent++) {
                records.publish(first + sent);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** The service has stored the end of the topic. */
    private static void awaitTaken(FootprintRecords records, Connection owner) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        long published = records.published();
        while (taken(owner) < published) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The service does not take what was published");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static long taken(Connection owner) throws SQLException {
        return number(
                owner, "SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE topic = 'sillage.footprints'");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (int tenant = 0; tenant < LargeLedger.TENANTS; tenant++) {
            keys.add(new KeyCommand(Clock.systemUTC())
                    .run(
                            "create",
                            "--file",
                            data.resolve("keys.csv").toString(),
                            "--tenant",
                            LargeLedger.tenant(tenant),
                            "--scopes",
                            "read,admin"));
        }
        return keys;
    }

    private Server service(Machine machine, int port) throws IOException, InterruptedException {
        Path application = project.resolve("reporting-service/target/quarkus-app/quarkus-run.jar");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", machine.broker().bootstrapServers());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", machine.database().jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", machine.database().user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", machine.database().password());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Nobody explains: an explanation is the calculation's work.
        environment.put("SILLAGE_CALCULATION_URL", "http://127.0.0.1:9");
        environment.put("SILLAGE_ACCESS_MODE", "keys");
        environment.put("SILLAGE_ACCESS_KEYS_FILE", data.resolve("keys.csv").toString());
        return Server.start(
                List.of("-Xms512m", "-Xmx512m", "-jar", application.toString()),
                environment,
                port,
                data.resolve("service.log"));
    }
}
