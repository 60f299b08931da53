package dev.sillage.calculation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what was computed with what is expected, over all vectors of a set. */
final class VectorScore {
    private static final double RELATIVE_TOLERANCE = 1e-9;
    private static final double ABSOLUTE_TOLERANCE = 1e-18;

    private final List<String> failures = new ArrayList<>();
    private int passed;
    private double largestRelativeError;

    void run(VectorSet set, JsonNode vector) {
        int before = failures.size();
        String id = vector.get("id").asText();
        try {
            compare(id, vector.get("expected"), "", set.compute(vector));
        } catch (Exception | AssertionError e) {
            failures.add(id + ": " + e);
        }
        if (failures.size() == before) {
            passed++;
        }
    }

    /** A vector that nothing computes. */
    void unmapped(JsonNode vector) {
        failures.add(vector.get("id").asText() + ": no VectorSet covers it");
    }

    private void compare(String id, JsonNode expected, String path, Map<String, Object> actual) {
        if (expected == null || expected.isNull()) {
            return;
        }
        if (expected.isObject()) {
            expected.properties()
                    .forEach(member -> compare(id, member.getValue(), join(path, member.getKey()), actual));
        } else if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(id, expected.get(i), join(path, String.valueOf(i)), actual);
            }
        } else if (expected.isNumber()) {
            close(id + " " + path, expected.asDouble(), actual.get(path));
        } else if (!expected.asText().equals(String.valueOf(actual.get(path)))) {
            failures.add(id + " " + path + ": expected " + expected + " but was " + actual.get(path));
        }
    }

    private void close(String name, double expected, Object actual) {
        if (!(actual instanceof Number number)) {
            failures.add(name + ": expected " + expected + " but was " + actual);
            return;
        }
        double error = Math.abs(number.doubleValue() - expected);
        if (error > 0 && expected != 0) {
            largestRelativeError = Math.max(largestRelativeError, error / Math.abs(expected));
        }
        if (!(error <= Math.max(ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE * Math.abs(expected)))) {
            failures.add(name + ": expected " + expected + " but was " + number);
        }
    }

    private static String join(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    List<String> failures() {
        return failures;
    }

    int passed() {
        return passed;
    }

    double largestRelativeError() {
        return largestRelativeError;
    }
}
