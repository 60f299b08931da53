package dev.sillage.reporting.restate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.footprint.Criterion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A restatement in the shape of its JSON.
 *
 * @param expected activities that there were when it was asked for
 * @param examined of them, so far; changed, unchanged and skipped add up to it
 * @param skipped those that stay as they are, by reason
 * @param differences over the activities that changed, by kind and criterion
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestatementView(
        UUID id,
        String state,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String detail,
        String requestedBy,
        Instant requestedAt,
        String reason,
        @Nullable String methodology,
        String factorSet,
        Instant from,
        Instant to,
        List<String> kinds,
        boolean dryRun,
        long expected,
        long examined,
        long changed,
        long unchanged,
        @Nullable Instant finishedAt,
        @Nullable List<Skipped> skipped,
        @Nullable List<Difference> differences) {

    static RestatementView of(
            Restatement restatement, @Nullable List<Skipped> skipped, @Nullable List<Difference> differences) {
        return new RestatementView(
                restatement.id(),
                restatement.state().word(),
                restatement.detail(),
                restatement.requestedBy(),
                restatement.requestedAt(),
                restatement.reason(),
                restatement.methodology(),
                restatement.factorSet(),
                restatement.from(),
                restatement.to(),
                restatement.kinds(),
                restatement.dryRun(),
                restatement.progress().expected(),
                restatement.progress().examined(),
                restatement.progress().changed(),
                restatement.progress().unchanged(),
                restatement.finishedAt(),
                skipped,
                differences);
    }

    record Skipped(String reason, long activities) {}

    /**
     * What moved.
     *
     * @param before null when none of the activities had data for the criterion
     * @param after likewise
     * @param difference after less before, can be below zero; null when there are not both
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            String kind,
            String criterion,
            String unit,
            @Nullable Side before,
            @Nullable Side after,
            @Nullable Bounds difference) {
        static Difference of(String kind, String criterion, @Nullable Side before, @Nullable Side after) {
            return new Difference(
                    kind,
                    criterion,
                    Criterion.ofWireName(criterion).map(Criterion::unit).orElse(""),
                    before,
                    after,
                    before == null || after == null
                            ? null
                            : new Bounds(
                                    after.low().subtract(before.low()),
                                    after.central().subtract(before.central()),
                                    after.high().subtract(before.high())));
        }
    }

    /**
     * Sums.
     *
     * @param activities how many had data for the criterion
     */
    record Side(BigDecimal low, BigDecimal central, BigDecimal high, long activities) {}

    record Bounds(BigDecimal low, BigDecimal central, BigDecimal high) {}
}
