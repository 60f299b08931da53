package dev.sillage.footprint;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The footprint of one activity by one methodology and one factor set. It says nothing about when it was computed, so
 * that computing it again gives the same bytes.
 *
 * @param activity which activity, of whom
 * @param kind wire name of its kind, for example {@code llm-inference}
 * @param time when the activity ended
 * @param acceptedAt when ingestion took it
 * @param subject pseudonym of the person or device, when the sender gave one
 * @param labels the sender's labels
 * @param provider who served it, as resolved, when the kind has one
 * @param model what served it, as resolved, when the kind has one
 * @param zone where its electricity was made: ISO 3166-1 alpha-3, or {@code WOR}, when the kind has one
 * @param region the region of a cloud that the activity said it ran in, by the cloud's own name of it; a region that is
 *     not known by the name that the activity gave it; null when it said none, or a country
 * @param figures what is known; a criterion without data is absent and named in the warnings, never zero
 * @param methodology id of the method, for example {@code ecologits-2026-09}
 * @param factorSet version and digest of the factors, for example {@code 2026.1+3f9a0c1d2e4b}
 * @param tier how well it is known
 * @param warnings stable codes of what the reader must know
 * @param functionalUnit what the activity delivered, when the methodology can tell
 * @param data the activity's data as the sender gave them, labels left out: a JSON object in compact form; null when
 *     they were too large to keep, and then the warnings have {@link ActivityData#NOT_KEPT}. There is no prompt text
 *     in them, because no kind of activity has a member for it
 */
public record FootprintEvent(
        ActivityReference activity,
        String kind,
        Instant time,
        Instant acceptedAt,
        @Nullable String subject,
        Map<String, String> labels,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String zone,
        @Nullable String region,
        Map<Criterion, Figure> figures,
        String methodology,
        String factorSet,
        Tier tier,
        List<String> warnings,
        @Nullable FunctionalUnit functionalUnit,
        @Nullable String data) {

    public FootprintEvent {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(methodology, "methodology");
        Objects.requireNonNull(factorSet, "factorSet");
        Objects.requireNonNull(tier, "tier");
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("a footprint without any figure is a dead letter, not a footprint");
        }
        if (data != null) {
            ActivityData.check(data);
        }
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
        warnings = List.copyOf(warnings);
    }

    /** Of an activity that names no region of a cloud. */
    public FootprintEvent(
            ActivityReference activity,
            String kind,
            Instant time,
            Instant acceptedAt,
            @Nullable String subject,
            Map<String, String> labels,
            @Nullable String provider,
            @Nullable String model,
            @Nullable String zone,
            Map<Criterion, Figure> figures,
            String methodology,
            String factorSet,
            Tier tier,
            List<String> warnings,
            @Nullable FunctionalUnit functionalUnit,
            @Nullable String data) {
        this(
                activity,
                kind,
                time,
                acceptedAt,
                subject,
                labels,
                provider,
                model,
                zone,
                null,
                figures,
                methodology,
                factorSet,
                tier,
                warnings,
                functionalUnit,
                data);
    }

    /** The CloudEvents id: the same for the same activity, methodology and factor set, whoever computes it. */
    public String id() {
        return activity.footprintId(methodology, factorSet);
    }
}
