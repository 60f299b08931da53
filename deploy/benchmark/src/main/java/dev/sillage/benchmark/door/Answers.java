package dev.sillage.benchmark.door;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What came back. */
final class Answers {
    private static final int OK_FROM = 200;
    private static final int OK_TO = 300;

    private final Map<Integer, Long> statuses = new TreeMap<>();
    private long[] nanos = new long[4096];
    private int accepted;
    private long acceptedEvents;
    private long broken;

    void take(int status, long tookNanos, int events) {
        statuses.merge(status, 1L, Long::sum);
        if (status >= OK_FROM && status < OK_TO) {
            push(tookNanos);
            acceptedEvents += events;
        }
    }

    /** A connection ended without an answer. */
    void broken() {
        broken++;
    }

    void add(Answers other) {
        other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
        for (int i = 0; i < other.accepted; i++) {
            push(other.nanos[i]);
        }
        acceptedEvents += other.acceptedEvents;
        broken += other.broken;
    }

    /** Requests that were accepted. */
    int accepted() {
        return accepted;
    }

    /** Events of requests that were accepted. */
    long acceptedEvents() {
        return acceptedEvents;
    }

    /** Connections that ended without an answer. */
    long brokenConnections() {
        return broken;
    }

    Map<Integer, Long> statuses() {
        return statuses;
    }

    /** Milliseconds within which this share of the accepted requests were answered; NaN when there were none. */
    double percentileMillis(double share) {
        if (accepted == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, accepted);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(accepted - 1L, (long) (share * accepted))] / 1e6;
    }

    private void push(long tookNanos) {
        if (accepted == nanos.length) {
            nanos = Arrays.copyOf(nanos, accepted * 2);
        }
        nanos[accepted++] = tookNanos;
    }
}
