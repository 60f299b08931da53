package dev.sillage.benchmark.report;

import dev.sillage.benchmark.process.Server;
import dev.sillage.local.machine.Machine;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Questions by a ledger of each size, and once more while footprints come. */
final class OutOfLedger {
    private static final PrintStream OUT = System.out;
    private static final int HALF_SPEED_PER_SECOND = 15_000;
    private static final int MILLION = 1_000_000;

    private final Path data;
    private final Duration time;
    private final int[] millions;

    /**
     * Where the programs lie, how long each question is asked, and how large the ledger is for it, in millions.
     */
    OutOfLedger(Path data, Duration time, int[] millions) {
        this.data = data;
        this.time = time;
        this.millions = millions.clone();
    }

    /** Prints the times of all questions by size, what they cost the planner by size, and the times while footprints come. */
    void measure(Server service, List<String> keys, FootprintRecords records, Machine machine) throws Exception {
        try (Connection owner = machine.database().connect();
                Connection second = machine.database().connect();
                Connection administrator = Sql.administrator(machine)) {
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
            Sql.execute(administrator, "CHECKPOINT");
            OUT.printf(
                    Locale.ROOT,
                    "%nFilled up to %d million in %.0f s: ledger %,d, minutes %,d, hours %,d, days %,d, months %,d rows, %,d MB%n",
                    size,
                    (System.nanoTime() - start) / 1e9,
                    Sql.number(administrator, "SELECT count(*) FROM identity"),
                    Sql.number(administrator, "SELECT count(*) FROM rollup_minute"),
                    Sql.number(administrator, "SELECT count(*) FROM rollup_hour"),
                    Sql.number(administrator, "SELECT count(*) FROM rollup_day"),
                    Sql.number(administrator, "SELECT count(*) FROM rollup_month"),
                    Sql.number(administrator, "SELECT pg_database_size(current_database()) / 1000000"));
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
        long before = Sql.number(owner, "SELECT sum(reported) FROM reconciliation WHERE tenant = 'local'");
        long start = System.nanoTime();
        Thread stream = new Thread(() -> stream(records, done));
        stream.start();
        String title = String.format(Locale.ROOT, "the same while %,d footprints/s come", HALF_SPEED_PER_SECOND);
        questions.ask(title, time).forEach(OUT::println);
        done.set(true);
        stream.join();
        long stored = Sql.number(owner, "SELECT sum(reported) FROM reconciliation WHERE tenant = 'local'") - before;
        OUT.printf(Locale.ROOT, "Stored meanwhile: %,.0f/s%n", stored / ((System.nanoTime() - start) / 1e9));
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
}
