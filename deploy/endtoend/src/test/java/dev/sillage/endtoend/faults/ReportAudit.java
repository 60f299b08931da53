package dev.sillage.endtoend.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.endtoend.Api;
import dev.sillage.footprint.Criterion;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the report for the sums of one run, by kind and team and over all. */
final class ReportAudit {
    private static final Duration PERIOD = Duration.ofDays(60);
    private static final String ALL = "all";

    private final Recomputation recomputation;
    private final Differences differences;

    ReportAudit(Recomputation recomputation, Differences differences) {
        this.recomputation = recomputation;
        this.differences = differences;
    }

    /** Compares what it answers with the sums of what was acknowledged. */
    void of(Load load, Api report, Instant until) throws IOException, InterruptedException, NotComputableException {
        Api.Answer answer = report.get("/v1/footprints?interval=none&groupBy=kind,team&filter=application:"
                + load.application() + "&from=" + until.minus(PERIOD) + "&to=" + until);
        Map<String, BigDecimal> reported = new TreeMap<>();
        put(reported, ALL, answer.body().path("totals"));
        for (JsonNode group : answer.body().path("groups")) {
            JsonNode key = group.path("key");
            put(reported, key.path("kind").asText() + " " + key.path("team").asText(), group);
        }
        differences.compare("the report says what was acknowledged", sums(load.truth()), reported);
    }

    private Map<String, BigDecimal> sums(Truth truth) throws NotComputableException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (ToldActivity told : truth.standing.values()) {
            for (String group : List.of(ALL, told.kind() + " " + told.team())) {
                sums.merge(group + " activities", BigDecimal.ONE, BigDecimal::add);
                recomputation
                        .of(told)
                        .forEach((bound, value) -> sums.merge(group + " " + bound, value, BigDecimal::add));
            }
        }
        return sums;
    }

    private static void put(Map<String, BigDecimal> reported, String group, JsonNode aggregate) {
        reported.put(
                group + " activities",
                BigDecimal.valueOf(aggregate.path("activities").asLong()));
        for (Map.Entry<String, JsonNode> figure : aggregate.path("figures").properties()) {
            Criterion criterion = Criterion.ofWireName(figure.getKey()).orElseThrow();
            for (String bound : List.of("low", "central", "high")) {
                reported.put(
                        group + " " + Recomputation.column(criterion, bound),
                        figure.getValue().path(bound).decimalValue());
            }
        }
    }
}
