package dev.sillage.benchmark.door;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * One server under one load for one round.
 *
 * @param acceptedEvents in all
 * @param eventsPerSecond accepted, until the last answer
 * @param requestsPerSecond accepted
 * @param cpuMicrosPerEvent CPU time of the server for each accepted event
 * @param medianMillis of accepted requests
 * @param p99Millis of accepted requests
 * @param statuses of all requests
 * @param broken connections that ended without an answer
 * @param residentMegabytes of the server at the end
 */
record Measurement(
        long acceptedEvents,
        double eventsPerSecond,
        double requestsPerSecond,
        double cpuMicrosPerEvent,
        double medianMillis,
        double p99Millis,
        Map<Integer, Long> statuses,
        long broken,
        long residentMegabytes) {
    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;

    static Measurement of(Answers answers, Duration wall, Duration cpu, long residentMegabytes) {
        double seconds = wall.toNanos() / 1e9;
        return new Measurement(
                answers.acceptedEvents(),
                answers.acceptedEvents() / seconds,
                answers.accepted() / seconds,
                cpu.toNanos() / 1e3 / answers.acceptedEvents(),
                answers.percentileMillis(MEDIAN),
                answers.percentileMillis(P99),
                answers.statuses(),
                answers.brokenConnections(),
                residentMegabytes);
    }

    /** A row of a Markdown table. */
    String row(String load, String server) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | %.1f | %.1f | %.1f | %s | %d | %d |",
                load,
                server,
                eventsPerSecond,
                requestsPerSecond,
                cpuMicrosPerEvent,
                medianMillis,
                p99Millis,
                statuses,
                broken,
                residentMegabytes);
    }

    static String head() {
        return "| load | server | events/s | requests/s | CPU us/event | median ms | p99 ms | statuses | broken | RSS MB |\n"
                + "|---|---|---:|---:|---:|---:|---:|---|---:|---:|";
    }
}
