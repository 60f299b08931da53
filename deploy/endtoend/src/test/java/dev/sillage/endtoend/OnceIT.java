package dev.sillage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/local/up --once}, twice on the same data: what went in is what is reported, to the last digit, once. */
class OnceIT {
    private static final List<String> BOUNDS = List.of("low", "central", "high");

    @TempDir
    static Path scratch;

    private static UpRun first;
    private static UpRun second;

    @BeforeAll
    static void runTwiceOnTheSameData() throws Exception {
        String base = Integer.toString(FreePorts.base());
        String data = scratch.resolve("data").toString();
        first = UpRun.of(scratch, List.of("--once", "--data", data, "--port-base", base));
        second = UpRun.of(scratch, List.of("--once", "--data", data, "--port-base", base));
    }

    @Test
    void everythingSentIsReportedOnce() throws Exception {
        UpRun.Summary summary = first.summary();

        assertThat(summary.count("sent")).isGreaterThan(28_185);
        assertThat(summary.count("accepted")).isEqualTo(summary.count("sent"));
        assertThat(summary.count("computed")).isEqualTo(summary.count("accepted"));
        assertThat(summary.count("reported")).isEqualTo(summary.count("computed"));
        assertThat(summary.count("refused")).isZero();
        assertThat(summary.count("deadLettered")).isZero();
        assertThat(summary.count("duplicates")).isZero();
    }

    @Test
    void aSecondRunRepeatsTheSameEventsAndAddsNothing() throws Exception {
        UpRun.Summary again = second.summary();

        assertThat(again.count("sent")).isEqualTo(first.summary().count("sent"));
        assertThat(again.count("duplicates")).isEqualTo(again.count("sent"));
        assertThat(again.count("reported")).isZero();
        assertThat(again.json().path("totals")).isEqualTo(first.summary().json().path("totals"));
    }

    @Test
    void theTotalsOfTheTraceEqualAnOfflineRecomputationExactly() throws Exception {
        OfflineTrace offline = OfflineTrace.recompute();

        JsonNode reported = first.summary().totals("llm-inference");
        assertThat(offline.requests()).isEqualTo(28_185);
        assertThat(reported.size()).isEqualTo(offline.totals().size());
        for (Map.Entry<String, BigDecimal[]> total : offline.totals().entrySet()) {
            Iterator<String> bounds = BOUNDS.iterator();
            for (BigDecimal expected : total.getValue()) {
                String bound = bounds.next();
                assertThat(reported.path(total.getKey()).path(bound).decimalValue())
                        .as(total.getKey() + " " + bound)
                        .isEqualByComparingTo(expected);
            }
        }
    }

    @Test
    void theSyntheticOfficeDayIsReportedByKind() throws Exception {
        JsonNode totals = first.summary().json().path("totals");

        for (String kind : List.of("email", "video-call", "video-streaming")) {
            assertThat(totals.path(kind).path("energy").path("central").decimalValue())
                    .as(kind)
                    .isPositive();
        }
    }

    @Test
    void onlyTheSummaryGoesToStandardOutput() {
        assertThat(first.output().stream().filter(line -> line.startsWith("{"))).hasSize(1);
    }
}
