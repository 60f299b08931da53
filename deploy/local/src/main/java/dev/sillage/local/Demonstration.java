package dev.sillage.local;

import dev.sillage.local.account.Counts;
import dev.sillage.local.account.Report;
import dev.sillage.local.account.Settling;
import dev.sillage.local.account.Summary;
import dev.sillage.local.account.Totals;
import dev.sillage.local.demo.Demo;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.replay.Door;
import dev.sillage.local.replay.Outcome;
import dev.sillage.local.replay.Replay;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** One replay of the demonstration, and its account. */
final class Demonstration {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Longer than the report may remember how many events the topic holds. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(3);

    private final Replay replay;
    private final Report report;
    private final Settling settling;
    private final Consumer<String> says;

    Demonstration(Machine machine, Consumer<String> says) {
        this.replay = new Replay(new Door(machine.ingestion().url()), PATIENCE, says);
        this.report = new Report(machine.reporting().url());
        this.settling = new Settling(report, PATIENCE, says);
        this.says = says;
    }

    /** Sends all events and returns when each is reported. */
    Summary run(Demo demo) throws IOException, InterruptedException {
        // What an interrupted run left on its way is not ours to count.
        Counts before = settling.await(Counts::isSettled);
        var lines = demo.lines();
        says.accept(String.format("Replaying %,d events of the demonstration …", lines.size()));

        long start = System.nanoTime();
        Outcome outcome = replay.send(lines);
        Counts after = settling.await(now -> isReported(now.since(before), outcome));
        Duration duration = Duration.ofNanos(System.nanoTime() - start);

        boolean repeated = outcome.repeatedRequests() > 0;
        if (repeated) {
            Thread.sleep(LAST_LOOK.toMillis());
            after = settling.await(now -> isReported(now.since(before), outcome));
        }
        Totals totals = report.totals(demo.from(), demo.to());
        return Summary.of(
                outcome.sent(), outcome.accepted(), outcome.refused(), repeated, after.since(before), totals, duration);
    }

    private static boolean isReported(Counts sinceStart, Outcome outcome) {
        return sinceStart.isSettled() && sinceStart.accepted() >= outcome.accepted();
    }
}
