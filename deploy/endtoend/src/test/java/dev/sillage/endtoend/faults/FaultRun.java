package dev.sillage.endtoend.faults;

import static org.awaitility.Awaitility.await;

import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.endtoend.Api;
import dev.sillage.endtoend.Books;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.core.ConditionTimeoutException;

/** One run after the other on a fleet that goes on in between: load and faults, then the audit. */
final class FaultRun implements AutoCloseable {
    private static final int NOT_ACTIVITIES = 2;
    private static final Duration QUIET_LIMIT = Duration.ofSeconds(30);

    private final Fleet fleet;
    private final Topics topics;
    private final Recomputation recomputation;
    private final FaultPlan plan;
    private final ExecutorService lanes = Executors.newCachedThreadPool();
    private final ScheduledExecutorService revival = Executors.newScheduledThreadPool(FaultPlan.OF_A_RUN);

    FaultRun(Fleet fleet) throws IOException {
        this.fleet = fleet;
        this.topics = new Topics(fleet.machine().parts().broker().bootstrapServers());
        this.recomputation = new Recomputation();
        this.plan = new FaultPlan(fleet.faults());
    }

    /** Everything of the run comes from that source of chance. */
    RunFigures run(int run, Random random) throws Exception {
        long started = System.nanoTime();
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Map<String, Long> before = counts();
        Load load = LoadWriter.write(random, begin, "/seeded-faults/" + run, "seeded-faults-" + run);
        List<FaultPlan.Strike> strikes = plan.next(random, load.events());
        LaneSender.Progress progress = new LaneSender.Progress();
        Set<String> notActivities = strikeUnderLoad(load, strikes, progress);
        fleet.awaitReady();
        Differences differences = new Differences();
        settle(differences);
        long compared = audit(load, notActivities, begin, before, differences);
        return new RunFigures(
                run,
                progress.sent.get(),
                progress.acknowledged.get(),
                strikes.stream().map(strike -> strike.fault().name()).collect(Collectors.joining(", ")),
                since(before),
                compared,
                differences,
                Duration.ofNanos(System.nanoTime() - started));
    }

    /** Returns when all is acknowledged and all parts are coming back; answers where what is no activity stands. */
    private Set<String> strikeUnderLoad(Load load, List<FaultPlan.Strike> strikes, LaneSender.Progress progress)
            throws Exception {
        List<Future<?>> work = new ArrayList<>();
        for (List<Load.Request> lane : load.lanes()) {
            work.add(lanes.submit(new LaneSender(fleet.machine().ingestion(), lane, progress)));
        }
        List<Future<RecordMetadata>> notActivities = new ArrayList<>();
        for (int i = 0; i < NOT_ACTIVITIES; i++) {
            notActivities.add(topics.putNoActivity("not an activity at all \u0000 {"));
        }
        for (FaultPlan.Strike strike : strikes) {
            await().atMost(Books.LIMIT)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> progress.acknowledged.get() >= strike.afterAcknowledged());
            strike.fault().down().run();
            work.add(revival.schedule(strike.fault().up(), strike.awayMillis(), TimeUnit.MILLISECONDS));
        }
        for (Future<?> part : work) {
            part.get(Books.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        }
        Set<String> origins = new HashSet<>();
        for (Future<RecordMetadata> record : notActivities) {
            RecordMetadata at = record.get(Books.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            origins.add(at.topic() + "/" + at.partition() + "/" + at.offset());
        }
        return origins;
    }

    /** Returns when everything has arrived, and everything that was computed again as well. */
    private void settle(Differences differences) {
        try {
            new Books(fleet.machine()).awaitArrival();
        } catch (ConditionTimeoutException e) {
            differences.add("everything that was accepted arrives", String.valueOf(e.getMessage()));
        }
        try {
            await().atMost(QUIET_LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(this::isTaken);
        } catch (ConditionTimeoutException e) {
            differences.add("every result is taken", String.valueOf(e.getMessage()));
        }
    }

    private boolean isTaken() throws SQLException {
        try (Connection connection = connect()) {
            return StreamAudit.isTaken(topics, new BookAudit(connection, new Differences()));
        }
    }

    private long audit(
            Load load, Set<String> notActivities, Instant begin, Map<String, Long> before, Differences differences)
            throws SQLException, IOException, InterruptedException, NotComputableException {
        LetterAudit letters = new LetterAudit(topics.letters(), differences);
        letters.of(load, notActivities);
        long compared;
        try (Connection connection = connect()) {
            BookAudit book = new BookAudit(connection, differences);
            compared = book.rules();
            book.of(load, recomputation);
            new StreamAudit(topics, differences).of(book, letters.origins().size());
        }
        Map<String, Long> moved = since(before);
        long early = moved.getOrDefault("reported", 0L) - load.truth().reported;
        if (early < 0 || early > load.truth().late) {
            differences.add("reported = new activities and avoidances", early + " more");
        }
        differences.compare(
                "amended = corrections and retractions", load.truth().amended, moved.getOrDefault("amended", 0L));
        for (Api report : fleet.reports()) {
            new ReportAudit(recomputation, differences).of(load, report, begin);
        }
        return compared;
    }

    private Map<String, Long> counts() throws SQLException {
        try (Connection connection = connect()) {
            return new BookAudit(connection, new Differences()).counts();
        }
    }

    private Map<String, Long> since(Map<String, Long> before) throws SQLException {
        Map<String, Long> moved = new HashMap<>(counts());
        before.forEach((name, count) -> moved.merge(name, -count, Long::sum));
        return moved;
    }

    /** All that is read over it is of one moment. */
    private Connection connect() throws SQLException {
        Connection connection = fleet.machine().parts().database().connect();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public void close() {
        lanes.shutdownNow();
        revival.shutdownNow();
        topics.close();
    }
}
