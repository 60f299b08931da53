package dev.sillage.benchmark.door;

import dev.sillage.activity.ActivityTopic;
import dev.sillage.benchmark.process.Server;
import dev.sillage.local.machine.Children;
import dev.sillage.local.machine.DataDirectory;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.machine.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the packaged ingestion service and the {@link Floor} against a real broker, turn by turn under the same loads, and
 * prints a table. Arguments: rounds (3), seconds of each (10).
 */
public final class DoorBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    /** Of a broker that is made for this run; nobody else writes or reads this one. */
    private static final String FLOOR_TOPIC = ActivityTopic.DEAD_LETTERS;

    private static final PrintStream OUT = System.out;

    private static final int BATCH = 100;
    private static final int LARGE_BATCH = 1000;
    private static final int PACED = 500;
    private static final int CROWD = Integer.getInteger("sillage.crowd", 400);

    private final Path project;
    private final Path data;
    private final int rounds;
    private final Duration time;

    private DoorBenchmark(Path project, Path data, int rounds, Duration time) {
        this.project = project;
        this.data = data;
        this.rounds = rounds;
        this.time = time;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Path data = Files.createTempDirectory("sillage-door");
        try {
            new DoorBenchmark(Path.of(System.getProperty("sillage.project")), data, rounds, Duration.ofSeconds(seconds))
                    .run();
        } finally {
            delete(data);
        }
    }

    /** Gigabytes, after some rounds. */
    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        Ports ports = Ports.free();
        try (DataDirectory directory = DataDirectory.open(data.resolve("machine"));
                Children children = Machine.adopt(directory, OUT::println);
                Machine machine = Machine.prepare(directory, children, ports, project, OUT::println)) {
            machine.broker().start();
            String kafka = machine.broker().bootstrapServers();
            Credential credential = Credential.create(data);
            try (Server service = service(kafka, ports.ingestion(), credential);
                    Server floor = floor(kafka, ports.reporting())) {
                Requests requests =
                        new Requests(credential.authorization(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
                OUT.println(Measurement.head());
                compare(loads(requests), service, floor);
                overload(requests, service, new StoredRecords(kafka, ActivityTopic.NAME));
            }
        }
    }

    private static Map<String, Load> loads(Requests requests) {
        Map<String, Load> loads = new LinkedHashMap<>();
        loads.put("batches of 100, 32 connections", new Load(requests.batch(BATCH), 32, 0));
        loads.put("single events, 64 connections", new Load(requests.one(), 64, 0));
        loads.put("single events, 500/s", new Load(requests.one(), 16, PACED));
        loads.put("OTLP protobuf, 100 spans, 32 connections", new Load(requests.spans(BATCH), 32, 0));
        return loads;
    }

    private void compare(Map<String, Load> loads, Server service, Server floor)
            throws IOException, InterruptedException {
        for (Load load : loads.values()) {
            measure(load, service, WARM_UP);
            measure(load, floor, WARM_UP);
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Load> load : loads.entrySet()) {
                OUT.println(measure(load.getValue(), service, time).row(load.getKey(), "Sillage"));
                OUT.println(measure(load.getValue(), floor, time).row(load.getKey(), "floor"));
            }
        }
    }

    /** Far more at once than may be in flight: what was accepted must be on the topic, and the service still there. */
    private void overload(Requests requests, Server service, StoredRecords stored)
            throws IOException, InterruptedException {
        Load load = new Load(requests.batch(LARGE_BATCH), CROWD, 0);
        long before = stored.count();
        Measurement overloaded = measure(load, service, time);
        long after = stored.count();
        OUT.println(overloaded.row("batches of 1000, " + CROWD + " connections", "Sillage"));
        OUT.printf(
                "Accepted under overload: %,d events; on the topic: %,d more than before (refused with 503, some were"
                        + " stored all the same)%n",
                overloaded.acceptedEvents(), after - before);
        if (after - before < overloaded.acceptedEvents()) {
            throw new IllegalStateException("Events were accepted and lost");
        }
        OUT.println(measure(new Load(requests.one(), 16, PACED), service, time)
                .row("single events, 500/s, after the overload", "Sillage"));
    }

    private static Measurement measure(Load load, Server server, Duration time)
            throws IOException, InterruptedException {
        Duration cpuBefore = server.cpu();
        long start = System.nanoTime();
        Answers answers = load.run(server.port(), time);
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return Measurement.of(answers, wall, server.cpu().minus(cpuBefore), server.residentMegabytes());
    }

    private Server service(String kafka, int port, Credential credential) throws IOException, InterruptedException {
        Path application = project.resolve("ingestion-service/target/quarkus-app/quarkus-run.jar");
        Map<String, String> environment = new LinkedHashMap<>(credential.settings());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("SILLAGE_INGESTION_GRPC_PORT", "0");
        return Server.start(List.of("-jar", application.toString()), environment, port, data.resolve("service.log"));
    }

    private Server floor(String kafka, int port) throws IOException, InterruptedException {
        return Server.start(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Floor.class.getName(),
                        Integer.toString(port),
                        kafka,
                        FLOOR_TOPIC),
                Map.of(),
                port,
                data.resolve("floor.log"));
    }
}
