package dev.sillage.local;

import dev.sillage.local.account.Counts;
import dev.sillage.local.account.Summary;
import dev.sillage.local.account.Totals;
import dev.sillage.local.demo.Demo;
import dev.sillage.local.demo.Shift;
import dev.sillage.local.machine.DataDirectory;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.machine.Ports;
import dev.sillage.local.machine.StartException;
import dev.sillage.local.replay.ReplayException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** What happens on a machine that is ready: one replay and its account, or work until somebody stops it. */
final class Session {
    private static final int RESTARTS = 5;
    private static final int NO_RESTART = 0;

    private final Options options;
    private final Machine machine;
    private final Shift shift;
    private final PrintStream out;
    private final Consumer<String> says;

    Session(Options options, Machine machine, DataDirectory data, PrintStream out, Consumer<String> says)
            throws IOException {
        this.options = options;
        this.machine = machine;
        this.shift = Shift.keptIn(data.root().resolve("shift.json"), Clock.systemUTC());
        this.out = out;
        this.says = says;
    }

    /** Replays once, prints the account as the last line, and returns whether its numbers agree. */
    boolean once() throws IOException, InterruptedException {
        Thread waiting = Thread.currentThread();
        FutureTask<?> watch = new FutureTask<>(() -> {
            try {
                machine.watch(NO_RESTART).run();
            } catch (StartException death) {
                waiting.interrupt();
                throw death;
            }
            return null;
        });
        inBackground("watch", watch);
        Summary summary;
        try {
            summary = options.demo()
                    ? new Demonstration(machine, says).run(Demo.endingAt(shift))
                    : Summary.of(0, 0, 0, false, new Counts(0, 0, 0, 0, 0), Totals.NONE, Duration.ZERO);
        } catch (InterruptedException e) {
            throw causeOf(watch, e);
        }
        tell(summary);
        out.println(summary.toJson());
        out.flush();
        return summary.contradictions().isEmpty();
    }

    /** Replays in the background and keeps everything running until the machine is being stopped. */
    void untilStopped(DataDirectory data, Ports ports) throws InterruptedException {
        says.accept("");
        says.accept("  Dashboard       http://localhost:" + ports.reporting() + "/");
        says.accept("  Send events to  http://localhost:" + ports.ingestion() + "/v1/events");
        says.accept("  Logs            " + data.logs());
        says.accept("  Stop            Ctrl-C");
        says.accept("");
        if (options.demo()) {
            inBackground("demonstration", this::replay);
        }
        machine.watch(RESTARTS).run();
    }

    private void replay() {
        try {
            tell(new Demonstration(machine, says).run(Demo.endingAt(shift)));
        } catch (IOException | ReplayException e) {
            says.accept("The demonstration is not complete: " + e.getMessage()
                    + "\nIt is replayed at the next start; nothing is counted twice.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Summary summary) {
        says.accept(String.format(
                "Sent %,d, accepted %,d, refused %,d; computed %,d, reported %,d, duplicates %,d, dead-lettered %,d.",
                summary.sent(),
                summary.accepted(),
                summary.refused(),
                summary.counts().computed(),
                summary.counts().reported(),
                summary.counts().duplicates(),
                summary.counts().deadLettered()));
        if (summary.accepted() > 0
                && summary.counts().duplicates() == summary.counts().computed()) {
            says.accept("All of these events were already in the report; nothing was counted twice.");
        }
        summary.contradictions().forEach(wrong -> says.accept("WRONG: " + wrong));
    }

    private static StartException causeOf(FutureTask<?> watch, InterruptedException interrupt)
            throws InterruptedException {
        try {
            watch.get();
            return new StartException("interrupted", interrupt);
        } catch (ExecutionException e) {
            return e.getCause() instanceof StartException death ? death : new StartException("the watch failed", e);
        }
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
