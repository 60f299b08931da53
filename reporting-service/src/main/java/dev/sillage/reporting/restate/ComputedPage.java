package dev.sillage.reporting.restate;

import dev.sillage.reporting.aggregate.FootprintValue;
import dev.sillage.reporting.aggregate.ReceivedFootprint;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.UnreadableException;
import dev.sillage.reporting.label.GroupableLabels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some activities of the history with their new results.
 *
 * @param rows all that were examined, in their order
 * @param results for those that have one
 * @param skipped how many have none, by reason
 * @param factorSet that the results were computed with; empty when there are none
 */
record ComputedPage(List<HistoryRow> rows, List<Result> results, Map<String, Long> skipped, String factorSet) {
    private static final String TOPIC = "sillage.activities";
    private static final byte[] PROBLEM = "{\"problem\"".getBytes(StandardCharsets.UTF_8);
    private static final Pattern REASON = Pattern.compile("\"reason\"\\s*:\\s*\"([a-z0-9-]{1,64})\"");

    /** A row and what takes its place. */
    record Result(HistoryRow row, ReceivedFootprint after) {}

    /** Without those whose data were not kept: nothing can be computed from nothing. */
    static List<HistoryRow> computable(List<HistoryRow> rows) {
        return rows.stream().filter(row -> row.data() != null).toList();
    }

    /**
     * Puts results to their rows.
     *
     * @param computable the rows that the results are of, in the same order
     * @param groupable which labels are dimensions, beside those that always are
     */
    static ComputedPage of(
            List<HistoryRow> rows,
            List<HistoryRow> computable,
            Recalculation.Results answer,
            GroupableLabels groupable) {
        Map<String, Long> skipped = new HashMap<>();
        if (computable.size() < rows.size()) {
            skipped.put("inputs-not-kept", (long) rows.size() - computable.size());
        }
        List<Result> results = new ArrayList<>(computable.size());
        for (int i = 0; i < computable.size(); i++) {
            HistoryRow row = computable.get(i);
            byte[] line = answer.lines().get(i);
            String problem = problem(line);
            if (problem == null) {
                try {
                    ReceivedFootprint after = FootprintValue.read(line, at(row), origin(row), groupable);
                    results.add(new Result(row, after.of(row.row().key().activity(), row.source(), row.id())));
                    continue;
                } catch (UnreadableException e) {
                    problem = e.reason();
                }
            }
            skipped.merge(problem, 1L, Long::sum);
        }
        return new ComputedPage(rows, results, skipped, answer.factorSet());
    }

    private static @Nullable String problem(byte[] line) {
        if (line.length < PROBLEM.length || Arrays.mismatch(line, 0, PROBLEM.length, PROBLEM, 0, PROBLEM.length) >= 0) {
            return null;
        }
        Matcher reason = REASON.matcher(new String(line, StandardCharsets.UTF_8));
        return reason.find() ? reason.group(1) : "not-computable";
    }

    private static LogPosition at(HistoryRow row) {
        LogPosition origin = origin(row);
        return origin == null ? new LogPosition(TOPIC, 0, 0) : origin;
    }

    private static @Nullable LogPosition origin(HistoryRow row) {
        return row.originPartition() == null || row.originOffset() == null
                ? null
                : new LogPosition(TOPIC, row.originPartition(), row.originOffset());
    }
}
