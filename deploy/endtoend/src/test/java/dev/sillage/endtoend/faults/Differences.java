package dev.sillage.endtoend.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is not as it must be, by the rule that it breaks. */
final class Differences {
    private static final int SHOWN = 3;

    private final Map<String, List<String>> byRule = new LinkedHashMap<>();

    void add(String rule, String detail) {
        byRule.computeIfAbsent(rule, first -> new ArrayList<>()).add(detail);
    }

    /** Notes the two when they are not the same number. */
    void compare(String rule, long expected, long actual) {
        if (expected != actual) {
            add(rule, actual + " instead of " + expected);
        }
    }

    /** Notes each key of which both do not say the same number, to the last digit. */
    void compare(String rule, Map<String, BigDecimal> expected, Map<String, BigDecimal> actual) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (String key : keys) {
            @Nullable BigDecimal one = expected.get(key);
            @Nullable BigDecimal other = actual.get(key);
            if (one == null || other == null || one.compareTo(other) != 0) {
                add(rule, key + ": " + other + " instead of " + one);
            }
        }
    }

    int count() {
        return byRule.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        byRule.forEach((rule, details) -> {
            text.append("\n  ").append(rule).append(": ").append(details.size());
            details.stream().limit(SHOWN).forEach(detail -> text.append("\n    ")
                    .append(detail));
        });
        return text.toString();
    }
}
