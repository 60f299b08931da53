package dev.sillage.benchmark.report;

import dev.sillage.access.KeyCommand;
import dev.sillage.benchmark.process.Server;
import dev.sillage.local.machine.Children;
import dev.sillage.local.machine.DataDirectory;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.machine.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the packaged reporting service against a real broker and a real database. First {@link IntoLedger}, then
 * {@link OutOfLedger}. Arguments: rounds (3), footprints of each (300000), seconds of each question (4), sizes of the ledger
 * in millions (1,5,20; 0 leaves the questions out).
 */
public final class ReportBenchmark {
    private static final PrintStream OUT = System.out;

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
            try (Connection administrator = Sql.administrator(machine)) {
                PlanCosts.prepare(administrator);
                // The database is filled in minutes with what comes in a year: it need not come to rest every second.
                Sql.execute(administrator, "ALTER SYSTEM SET max_wal_size = '8GB'");
                Sql.execute(administrator, "ALTER SYSTEM SET checkpoint_timeout = '30min'");
                // As a server is set up that others ask: the sums of a year fit into it, the ledger does not.
                Sql.execute(administrator, "ALTER SYSTEM SET shared_buffers = '1GB'");
            }
            machine.database().stop();
            machine.database().start();
            List<String> keys = keys();
            try (Server service = service(machine, ports.reporting());
                    FootprintRecords records =
                            new FootprintRecords(machine.broker().bootstrapServers());
                    Connection owner = machine.database().connect();
                    Connection floorConnection = machine.database().connect()) {
                new IntoLedger(service, records, owner, new InsertFloor(floorConnection)).measure(rounds, footprints);
                if (millions[0] > 0) {
                    new OutOfLedger(data, time, millions).measure(service, keys, records, machine);
                }
            }
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
        // As for a database with two cores.
        environment.put("SILLAGE_REPORTING_QUERIES_AT_ONCE", "2");
        environment.put("SILLAGE_REPORTING_QUERIES_PER_TENANT", "2");
        environment.put("SILLAGE_ACCESS_MODE", "keys");
        environment.put("SILLAGE_ACCESS_KEYS_FILE", data.resolve("keys.csv").toString());
        return Server.start(
                List.of("-Xms1g", "-Xmx1g", "-Xmn640m", "-jar", application.toString()),
                environment,
                port,
                data.resolve("service.log"));
    }
}
