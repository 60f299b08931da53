package dev.sillage.footprint;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Emissions that a solution avoided elsewhere, against a stated reference: a comparison and no inventory, never to be
 * netted with a footprint (WBCSD Guidance on Avoided Emissions, 2023; GHG Protocol, comparative impacts). The orders
 * of effect and the tiers are those of ITU-T L.1480 (12/2022).
 *
 * @param activity which activity, of whom
 * @param time when the activity ended
 * @param acceptedAt when ingestion took it
 * @param labels the sender's labels
 * @param lever what kind of saving, for example {@code logistics}
 * @param zone whose factors were used: ISO 3166-1 alpha-3, or {@code WOR}
 * @param avoidedKgCo2e second order less first order less rebound, as far as known; below zero means added
 * @param secondOrderKgCo2e the effect in the other sector: reference less solution; below zero means added
 * @param firstOrderKgCo2e the footprint of the solution's own ICT, null when it is unknown
 * @param reboundKgCo2e what rebound effects took back, null when it is unknown
 * @param reference the reference scenario and its time frame, in the sender's words
 * @param evidence where the two quantities come from, in the sender's words
 * @param reboundStatement what is known of rebound effects, in the sender's words
 * @param tier tier of the assessment: {@code 1}, {@code 2} or {@code 3}
 * @param publicUse whether the tier allows it to be told to the public; a tier 3 never does
 * @param methodology id of the method
 * @param factorSet version and digest of the factors
 * @param warnings stable codes of what the reader must know
 * @param data the activity's data as the sender gave them, labels left out: a JSON object in compact form; null when
 *     they were too large to keep
 */
public record AvoidanceEvent(
        ActivityReference activity,
        Instant time,
        Instant acceptedAt,
        Map<String, String> labels,
        String lever,
        @Nullable String zone,
        SignedFigure avoidedKgCo2e,
        SignedFigure secondOrderKgCo2e,
        @Nullable Figure firstOrderKgCo2e,
        @Nullable Figure reboundKgCo2e,
        String reference,
        String evidence,
        String reboundStatement,
        String tier,
        boolean publicUse,
        String methodology,
        String factorSet,
        List<String> warnings,
        @Nullable String data) {

    private static final String INTERNAL_ONLY = "3";

    public AvoidanceEvent {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(lever, "lever");
        Objects.requireNonNull(avoidedKgCo2e, "avoidedKgCo2e");
        Objects.requireNonNull(secondOrderKgCo2e, "secondOrderKgCo2e");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(reboundStatement, "reboundStatement");
        Objects.requireNonNull(methodology, "methodology");
        Objects.requireNonNull(factorSet, "factorSet");
        if (publicUse && tier.equals(INTERNAL_ONLY)) {
            throw new IllegalArgumentException("an assessment of tier 3 is for internal use only");
        }
        if (data != null) {
            ActivityData.check(data);
        }
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        warnings = List.copyOf(warnings);
    }

    /** The CloudEvents id: the same for the same activity, methodology and factor set, whoever computes it. */
    public String id() {
        return activity.footprintId(methodology, factorSet);
    }
}
