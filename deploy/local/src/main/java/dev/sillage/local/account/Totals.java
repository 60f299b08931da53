package dev.sillage.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums by kind of activity and criterion, exactly as reported.
 *
 * @param byKind kind, then criterion by its wire name
 */
public record Totals(Map<String, Map<String, Range>> byKind) {
    /** Of a run that sent nothing. */
    public static final Totals NONE = new Totals(Map.of());

    /** A figure with its bounds, in the unit of its criterion. */
    public record Range(BigDecimal low, BigDecimal central, BigDecimal high) {}

    static Totals of(JsonNode answer) throws IOException {
        if (!answer.path("groups").isArray()) {
            throw new IOException("the footprints have no groups: " + answer);
        }
        Map<String, Map<String, Range>> byKind = new TreeMap<>();
        for (JsonNode group : answer.path("groups")) {
            Map<String, Range> figures = new TreeMap<>();
            for (var figure : group.path("figures").properties()) {
                figures.put(figure.getKey(), range(figure.getValue()));
            }
            byKind.put(group.path("key").path("kind").asText(), figures);
        }
        return new Totals(byKind);
    }

    private static Range range(JsonNode figure) throws IOException {
        return new Range(number(figure, "low"), number(figure, "central"), number(figure, "high"));
    }

    private static BigDecimal number(JsonNode figure, String bound) throws IOException {
        JsonNode number = figure.path(bound);
        if (!number.isNumber()) {
            throw new IOException("a figure without " + bound + ": " + figure);
        }
        return number.decimalValue();
    }
}
