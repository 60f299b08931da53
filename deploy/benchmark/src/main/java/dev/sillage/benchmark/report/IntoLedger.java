package dev.sillage.benchmark.report;

import dev.sillage.benchmark.process.Server;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Footprints into the ledger beside {@link InsertFloor}, turn by turn, and then copies of them. */
final class IntoLedger {
    private static final PrintStream OUT = System.out;
    private static final int WARM_UP = 150_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Server service;
    private final FootprintRecords records;
    private final Connection owner;
    private final InsertFloor floor;

    IntoLedger(Server service, FootprintRecords records, Connection owner, InsertFloor floor) {
        this.service = service;
        this.records = records;
        this.owner = owner;
        this.floor = floor;
    }

    /** Prints a row of figures for each round and part. */
    void measure(int rounds, int footprints) throws Exception {
        records.publish(0, WARM_UP);
        awaitTaken();
        records.publish(0, WARM_UP);
        awaitTaken();
        floor.insert(WARM_UP);
        OUT.println("| into the ledger | footprints/s | CPU us each, service |\n|---|---:|---:|");
        for (int round = 0; round < rounds; round++) {
            long first = WARM_UP + (long) round * footprints;
            take("new footprints", first, footprints);
            Duration inserted = floor.insert(footprints);
            OUT.printf(Locale.ROOT, "| floor: COPY alone | %,.0f | - |%n", footprints / (inserted.toNanos() / 1e9));
            take("the same again", first, footprints);
        }
        OUT.printf(
                "In the ledger: %,d; in the rollups: %,d%n",
                Sql.number(owner, "SELECT count(*) FROM ledger WHERE tenant = 'local'"),
                Sql.number(
                        owner,
                        "SELECT sum(activities) FROM rollup_month r JOIN series s ON s.id = r.series_id WHERE tenant ="
                                + " 'local'"));
    }

    /** The service waits until all are on the topic: whoever publishes would take one of the cores. */
    private void take(String what, long first, int footprints) throws Exception {
        service.pause();
        try {
            records.publish(first, first + footprints);
        } finally {
            service.resume();
        }
        Duration cpu = service.cpu();
        long start = System.nanoTime();
        awaitTaken();
        OUT.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.1f |%n",
                what,
                footprints / ((System.nanoTime() - start) / 1e9),
                service.cpu().minus(cpu).toNanos() / 1e3 / footprints);
    }

    /** The service has stored the end of the topic. */
    private void awaitTaken() throws SQLException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (Sql.number(
                        owner,
                        "SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE topic = 'sillage.footprints'")
                < records.published()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The service does not take what was published");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
