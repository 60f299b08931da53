package dev.sillage.benchmark.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several who do the same again and again, each without a pause, for some time. */
final class Readers {
    private Readers() {}

    /** What each does. */
    @FunctionalInterface
    interface Act {
        void once(int reader, Random random) throws Exception;
    }

    /** How long each time took. */
    static Latencies ask(int readers, Duration time, Act act) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                int reader = i;
                tasks.add(() -> untilThen(end, reader, act));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> task : threads.invokeAll(tasks)) {
                all.add(task.get());
            }
            return Latencies.of(all.stream().flatMapToLong(Arrays::stream).toArray());
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reader failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] untilThen(long end, int reader, Act act) throws Exception {
        Random random = new Random(reader);
        List<Long> nanos = new ArrayList<>();
        do {
            long start = System.nanoTime();
            act.once(reader, random);
            nanos.add(System.nanoTime() - start);
        } while (System.nanoTime() < end);
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * How long something took.
     *
     * @param count how often it was done
     */
    record Latencies(int count, double medianMillis, double p99Millis) {
        private static final double P99 = 0.99;
        private static final double NANOS_PER_MILLI = 1e6;

        static Latencies of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            int last = sorted.length - 1;
            return new Latencies(
                    sorted.length,
                    sorted[sorted.length / 2] / NANOS_PER_MILLI,
                    sorted[(int) Math.min(last, (long) (sorted.length * P99))] / NANOS_PER_MILLI);
        }
    }
}
