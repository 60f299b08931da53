package dev.sillage.benchmark.flow;

import dev.sillage.benchmark.process.Server;
import dev.sillage.benchmark.report.FootprintRecords;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Runs the three packaged services against a real broker and a real database, and sends events at a steady rate. First how
 * soon they are visible; then, while they go on, how fast a history is computed again, first as a dry run.
 * Arguments: events per second (2000), seconds of looking (30), activities to restate in thousands (1000).
 */
public final class FlowBenchmark {
    private static final PrintStream OUT = System.out;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final int THOUSAND = 1000;

    private final Path project;
    private final Path data;
    private final int eventsPerSecond;
    private final Duration looking;
    private final int restated;

    private FlowBenchmark(Path project, Path data, String[] arguments) {
        this.project = project;
        this.data = data;
        this.eventsPerSecond = argument(arguments, 0, 2000);
        this.looking = Duration.ofSeconds(argument(arguments, 1, 30));
        this.restated = argument(arguments, 2, 1000) * THOUSAND;
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("sillage-flow");
        try {
            new FlowBenchmark(Path.of(System.getProperty("sillage.project")), data, arguments).run();
        } finally {
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        // The senders' connections would keep the program.
        System.exit(0);
    }

    private void run() throws Exception {
        Ports ports = Ports.free();
        try (DataDirectory directory = DataDirectory.open(data.resolve("machine"));
                Children children = Machine.adopt(directory, OUT::println);
                Machine machine = Machine.prepare(directory, children, ports, project, OUT::println)) {
            machine.database().start();
            machine.broker().start();
            try (Server ingestion = service("ingestion", machine, ports.ingestion(), ports);
                    Server calculation = service("calculation", machine, ports.calculation(), ports);
                    Server reporting = service("reporting", machine, ports.reporting(), ports);
                    Connection owner = machine.database().connect()) {
                // Before there are events: it numbers the origins from 0.
                fill(machine, owner);
                URI report = url(reporting);
                try (EventStream stream = new EventStream(url(ingestion), eventsPerSecond)) {
                    // Not counted: code that runs for the first time shares two cores with its compiler.
                    new Visibility(report).watch(stream, WARM_UP);
                    see(stream, report);
                    Restatement restatement = new Restatement(report, restated);
                    // As an operator does; and what is measured after it is a service that has done this before.
                    restatement.run(stream, true, LIMIT).forEach(OUT::println);
                    restatement.run(stream, false, LIMIT).forEach(OUT::println);
                }
                OUT.printf(
                        Locale.ROOT,
                        "CPU: ingestion %s, calculation %s, reporting %s%n",
                        ingestion.cpu(),
                        calculation.cpu(),
                        reporting.cpu());
                OUT.println("Ledger against rollups, all figures of all bounds: " + Balance.of(owner));
            }
        }
    }

    private void see(EventStream stream, URI report) throws InterruptedException {
        long before = stream.accepted();
        long start = System.nanoTime();
        List<Double> millis = new Visibility(report).watch(stream, looking);
        OUT.printf(
                Locale.ROOT,
                "%,.0f events/s accepted, %d requests refused; accepted to visible, %d probes: median %.0f ms, p99 %.0f ms,"
                        + " longest %.0f ms%n",
                (stream.accepted() - before) / ((System.nanoTime() - start) / 1e9),
                stream.refused(),
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1));
    }

    private void fill(Machine machine, Connection owner) throws SQLException {
        try (FootprintRecords records = new FootprintRecords(machine.broker().bootstrapServers())) {
            records.publish(0, restated);
            long end = System.nanoTime() + LIMIT.toNanos();
            while (number(
                            owner,
                            "SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE topic = 'sillage.footprints'")
                    < records.published()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The service does not take what was published");
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static URI url(Server server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private Server service(String name, Machine machine, int port, Ports ports)
            throws IOException, InterruptedException {
        Path application = project.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", machine.broker().bootstrapServers());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        if (name.equals("ingestion")) {
            environment.put("SILLAGE_INGESTION_GRPC_PORT", Integer.toString(ports.grpc()));
        }
        if (name.equals("reporting")) {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", machine.database().jdbcUrl());
            environment.put("QUARKUS_DATASOURCE_USERNAME", machine.database().user());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", machine.database().password());
            environment.put("SILLAGE_CALCULATION_URL", "http://127.0.0.1:" + ports.calculation());
        }
        return Server.start(
                List.of("-Xms256m", "-Xmx512m", "-jar", application.toString()),
                environment,
                port,
                data.resolve(name + ".log"));
    }
}
