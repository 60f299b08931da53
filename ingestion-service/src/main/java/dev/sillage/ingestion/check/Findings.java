package dev.sillage.ingestion.check;

import dev.sillage.ingestion.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** Collects the first few findings of one event. */
final class Findings {
    private final int max;
    private final List<Finding> list = new ArrayList<>(0);

    Findings(int max) {
        this.max = max;
    }

    void add(ProblemType type, String pointer, String detail) {
        if (list.size() < max) {
            list.add(new Finding(type, detail, pointer));
        }
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Finding> list() {
        return list;
    }
}
