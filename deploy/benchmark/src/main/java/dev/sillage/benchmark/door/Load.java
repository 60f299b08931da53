package dev.sillage.benchmark.door;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends one kind of request over some connections for a while, each as fast as it is answered, or at a fixed rate all
 * together.
 *
 * @param template what is sent
 * @param connections how many at once
 * @param requestsPerSecond of all together, or 0 for as many as are answered
 */
record Load(Template template, int connections, int requestsPerSecond) {
    /** Ids of one run never meet those of another on the same broker. */
    private static final AtomicLong NEXT_ID = new AtomicLong(System.currentTimeMillis() << 22);

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    Answers run(int port, Duration time) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Callable<Answers>> senders = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int sender = i;
                senders.add(() -> send(port, end, sender));
            }
            Answers sum = new Answers();
            for (Future<Answers> sent : threads.invokeAll(senders)) {
                sum.add(sent.get());
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A sender failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Answers send(int port, long end, int sender) throws InterruptedException {
        Answers answers = new Answers();
        byte[] request = template.copy();
        long period = requestsPerSecond == 0 ? 0 : NANOS_PER_SECOND * connections / requestsPerSecond;
        long due = System.nanoTime() + period * sender / connections;
        while (due < end && System.nanoTime() < end) {
            try (Connection connection = new Connection(port)) {
                for (; due < end && System.nanoTime() < end; due += period) {
                    template.number(request, NEXT_ID.getAndAdd(template.events()));
                    sleepUntil(due);
                    // At a fixed rate the time counts from when the request was due: waiting behind a slow one is
                    // waiting.
                    long start = period == 0 ? System.nanoTime() : due;
                    int status = connection.exchange(request);
                    answers.take(status, System.nanoTime() - start, template.events());
                }
            } catch (IOException e) {
                answers.broken();
                sleepUntil(System.nanoTime() + NANOS_PER_SECOND / 100);
            }
        }
        return answers;
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long wait = nanos - System.nanoTime();
        if (wait > 0) {
            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
    }
}
