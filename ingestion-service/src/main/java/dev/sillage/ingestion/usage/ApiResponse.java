package dev.sillage.ingestion.usage;

import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.problem.ProblemType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read of one response. */
final class ApiResponse {
    private final Map<Part, String> texts = new EnumMap<>(Part.class);
    private final Map<Part, Long> counts = new EnumMap<>(Part.class);
    private final List<Finding> findings = new ArrayList<>(0);

    void text(Part part, String text) {
        texts.putIfAbsent(part, text);
    }

    void count(Part part, long count, String path) {
        if (count < 0) {
            refuse(ProblemType.OUT_OF_RANGE, "A count is below zero.", path);
        } else {
            counts.putIfAbsent(part, count);
        }
    }

    /** Notes what keeps the response from being counted. */
    void refuse(ProblemType type, String detail, String path) {
        findings.add(new Finding(type, detail, path.isEmpty() ? "" : "/" + path.replace('.', '/')));
    }

    @Nullable
    String text(Part part) {
        return texts.get(part);
    }

    @Nullable
    Long count(Part part) {
        return counts.get(part);
    }

    boolean has(Part part) {
        return counts.containsKey(part);
    }

    /** The count, 0 when it is not told. */
    long orZero(Part part) {
        return counts.getOrDefault(part, 0L);
    }

    List<Finding> findings() {
        return findings;
    }
}
