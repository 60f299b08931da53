package dev.sillage.endtoend.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What happened in one run.
 *
 * @param sent how many were sent, those again that were not acknowledged
 * @param acknowledged how many were
 * @param struck the faults
 * @param counts by how much the counts of the book moved
 * @param compared how many sums of rollups were compared with the ledger
 * @param differences what is not as it must be
 */
record RunFigures(
        int run,
        long sent,
        long acknowledged,
        String struck,
        Map<String, Long> counts,
        long compared,
        Differences differences,
        Duration took) {
    static final String HEADER =
            "| run | sent | acknowledged | reported | duplicates | conflicts | amended | dead letters | recomputed"
                    + " | sums compared | differences | seconds | struck |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f | %s |",
                run,
                sent,
                acknowledged,
                count("reported"),
                count("duplicates"),
                count("conflicts"),
                count("amended"),
                count("dead letters"),
                count("recomputed"),
                compared,
                differences.count(),
                took.toMillis() / 1e3,
                struck);
    }

    private long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
