package dev.sillage.endtoend.faults;

import dev.sillage.endtoend.Api;
import dev.sillage.endtoend.FreePorts;
import dev.sillage.endtoend.RunningMachine;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.machine.Part;
import dev.sillage.local.machine.Polling;
import dev.sillage.local.machine.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A running machine with a second calculation and a second reporting service in the same groups. */
final class Fleet implements AutoCloseable {
    /** More than the broker needs to give the partitions of a silent consumer to another. */
    private static final Duration FROZEN_LIMIT = Duration.ofSeconds(18);

    private static final Duration WRITING_LIMIT = Duration.ofSeconds(3);
    private static final int AWAY_MORE_MILLIS = 1_500;
    private static final int OUTAGE_MILLIS = 500;
    private static final int OUTAGE_MORE_MILLIS = 3_000;

    private static final String BOTH_ARE_HELD_UP =
            "SELECT count(DISTINCT pid) > 1 FROM pg_locks" + " WHERE relation = 'identity'::regclass AND NOT granted";
    private static final String ONE_WAITS_FOR_THE_OTHER =
            "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted";

    private final RunningMachine machine;
    private final Replica calculation;
    private final Replica reporting;

    private Fleet(RunningMachine machine, Path directory) {
        this.machine = machine;
        Machine parts = machine.parts();
        int port = FreePorts.base(2);
        this.calculation = new Replica(
                "calculation",
                port,
                Map.of("KAFKA_BOOTSTRAP_SERVERS", parts.broker().bootstrapServers()),
                directory.resolve("calculation-2.log"));
        this.reporting = new Replica(
                "reporting",
                port + 1,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", parts.broker().bootstrapServers(),
                        "QUARKUS_DATASOURCE_JDBC_URL", parts.database().jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", parts.database().user(),
                        "QUARKUS_DATASOURCE_PASSWORD", parts.database().password(),
                        "SILLAGE_CALCULATION_URL", parts.calculation().url().toString()),
                directory.resolve("reporting-2.log"));
    }

    static Fleet start(Path directory) throws IOException {
        Fleet fleet = new Fleet(RunningMachine.start(directory.resolve("data")), directory);
        try {
            fleet.calculation.launch();
            fleet.reporting.launch();
            fleet.awaitReady();
            return fleet;
        } catch (RuntimeException | Error e) {
            fleet.close();
            throw e;
        }
    }

    RunningMachine machine() {
        return machine;
    }

    /** The doors of both reporting services. */
    List<Api> reports() {
        return List.of(machine.reporting(), reporting.door());
    }

    /** Everything that can be done to it. */
    List<Fault> faults() {
        Machine parts = machine.parts();
        return List.of(
                killed(parts.calculation(), "calculation-1"),
                killed(calculation, "calculation-2"),
                killed(parts.reporting(), "reporting-1"),
                killed(reporting, "reporting-2"),
                killed(parts.ingestion(), "ingestion"),
                new Fault(
                        "reporting-1 frozen while it writes",
                        Set.of("reporting-1", "reporting-2", "database", "broker"),
                        0,
                        AWAY_MORE_MILLIS,
                        this::freezeWhileItWrites,
                        this::thawWhenTwoHaveItsRecords),
                new Fault(
                        "broker killed",
                        Set.of("broker"),
                        0,
                        AWAY_MORE_MILLIS,
                        parts.broker()::kill,
                        parts.broker()::start),
                new Fault(
                        "broker stopped",
                        Set.of("broker"),
                        0,
                        AWAY_MORE_MILLIS,
                        parts.broker()::stop,
                        parts.broker()::start),
                new Fault(
                        "database stopped immediately",
                        Set.of("database"),
                        OUTAGE_MILLIS,
                        OUTAGE_MORE_MILLIS,
                        parts.database()::stopImmediately,
                        parts.database()::start));
    }

    /** Returns when every part is there and ready. */
    void awaitReady() {
        machine.parts().parts().forEach(Part::awaitReady);
        calculation.awaitReady();
        reporting.awaitReady();
    }

    private static Fault killed(Service service, String name) {
        return new Fault(name + " killed", Set.of(name), 0, AWAY_MORE_MILLIS, service::kill, service::launch);
    }

    private static Fault killed(Replica replica, String name) {
        return new Fault(name + " killed", Set.of(name), 0, AWAY_MORE_MILLIS, replica::kill, replica::launch);
    }

    /**
     * Both reporting services are held up for a moment after they have read how far they are; when they go on, one does not
     * notice. Its records are given to the other while its transaction is still open: of the two, one may count. Nothing
     * that both need is written by then, or the other would wait before it has any of these records.
     */
    private void freezeWhileItWrites() {
        try (Connection connection = machine.parts().database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL lock_timeout = '2s'");
            statement.execute("LOCK TABLE identity IN SHARE MODE");
            Polling.until(WRITING_LIMIT, () -> isTrue(statement, BOTH_ARE_HELD_UP));
            signal("STOP", machine.parts().reporting());
        } catch (SQLException databaseIsAway) {
            signal("STOP", machine.parts().reporting());
        }
    }

    private void thawWhenTwoHaveItsRecords() {
        try (Connection connection = machine.parts().database().connect();
                Statement statement = connection.createStatement()) {
            Polling.until(FROZEN_LIMIT, () -> isTrue(statement, ONE_WAITS_FOR_THE_OTHER));
        } catch (SQLException databaseIsAway) {
            // Then nobody has anything.
        }
        signal("CONT", machine.parts().reporting());
    }

    /** As well when the database went away: then there is nothing to wait for. */
    private static boolean isTrue(Statement statement, String question) {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException databaseIsAway) {
            return true;
        }
    }

    private static void signal(String signal, Service service) {
        try {
            int status = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + service.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(service.name() + " does not take the signal " + signal);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        calculation.kill();
        reporting.kill();
        machine.close();
    }
}
