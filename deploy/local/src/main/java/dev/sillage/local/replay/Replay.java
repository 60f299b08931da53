package dev.sillage.local.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a list of events, each until the door has judged it. A request that got no answer is sent again as it was: the
 * same identities fall out further down.
 */
public final class Replay {
    private static final int BATCH = 500;
    private static final int IN_FLIGHT = 3;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(10);

    private final Door door;
    private final Duration patience;
    private final Consumer<String> says;

    private final Queue<List<byte[]>> waiting = new ArrayDeque<>();
    private Outcome outcome = Outcome.NOTHING;
    private @Nullable Progress progress;

    /**
     * Sends nothing yet.
     *
     * @param patience how long one request is repeated before the replay gives up
     * @param says takes a line for the person who waits
     */
    public Replay(Door door, Duration patience, Consumer<String> says) {
        this.door = door;
        this.patience = patience;
        this.says = says;
    }

    /**
     * Sends all lines, a few requests at a time.
     *
     * @throws ReplayException when the door stays closed or refuses a whole request
     */
    public Outcome send(List<byte[]> lines) throws InterruptedException {
        synchronized (this) {
            outcome = Outcome.NOTHING;
            progress = new Progress(lines.size(), says);
            for (int from = 0; from < lines.size(); from += BATCH) {
                waiting.add(lines.subList(from, Math.min(from + BATCH, lines.size())));
            }
        }
        ExecutorService senders = Executors.newFixedThreadPool(IN_FLIGHT);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < IN_FLIGHT; i++) {
                working.add(senders.submit(this::sendWaiting));
            }
            for (Future<?> sender : working) {
                await(sender);
            }
        } finally {
            senders.shutdownNow();
        }
        synchronized (this) {
            return outcome;
        }
    }

    private static void await(Future<?> sender) throws InterruptedException {
        try {
            sender.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReplayException known) {
                throw known;
            }
            throw new ReplayException("the replay failed: " + e.getCause(), e);
        }
    }

    private @Nullable Void sendWaiting() throws InterruptedException {
        for (List<byte[]> batch = next(); batch != null; batch = next()) {
            sendUntilJudged(batch);
        }
        return null;
    }

    private synchronized @Nullable List<byte[]> next() {
        return waiting.poll();
    }

    private void sendUntilJudged(List<byte[]> batch) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration backOff = FIRST_BACK_OFF;
        while (true) {
            Answer answer = door.send(batch);
            if (answer instanceof Answer.Judged judged) {
                count(judged);
                return;
            }
            if (answer instanceof Answer.Refusal refusal) {
                throw new ReplayException("ingestion refused a whole request: " + refusal.why());
            }
            Answer.Later later = (Answer.Later) answer;
            if (System.nanoTime() > deadline) {
                throw new ReplayException("ingestion took nothing for " + patience.toSeconds() + " s: " + later.why());
            }
            countRepeat(later);
            Duration wanted = later.retryAfter() == null ? backOff : later.retryAfter();
            Thread.sleep(Math.min(wanted.toMillis(), MAX_BACK_OFF.toMillis()));
            backOff = backOff.multipliedBy(2);
        }
    }

    private synchronized void count(Answer.Judged judged) {
        outcome = outcome.plus(judged);
        if (progress != null) {
            progress.show(outcome);
        }
        judged.reasons().forEach(reason -> says.accept("  refused: " + reason));
    }

    private synchronized void countRepeat(Answer.Later later) {
        outcome = outcome.plusRepeat();
        says.accept("  ingestion: " + later.why() + "; the request is sent again");
    }
}
