package dev.sillage.reporting.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it is in the ledger, in the shape of its JSON.
 *
 * @param source CloudEvents source
 * @param id CloudEvents id
 * @param kind wire name of its kind
 * @param time when it ended
 * @param acceptedAt when ingestion took it
 * @param reportedAt when it came into the report
 * @param labels of the sender
 * @param provider as resolved, when the kind has one
 * @param model as resolved, when the kind has one
 * @param zone where its electricity was made, when the kind has one
 * @param region of the cloud that it ran in, when it said one
 * @param figures by wire name of the criterion; one without data is absent and in the warnings
 * @param methodology id of the method
 * @param factorSet version and digest of the factors
 * @param tier how well it is known
 * @param warnings stable codes of what the reader must know
 * @param functionalUnit what it delivered, when the method tells
 * @param data as the sender gave them, labels left out; absent when they were not kept
 * @param footprintId CloudEvents id of the footprint as it was published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredActivity(
        String source,
        String id,
        String kind,
        Instant time,
        Instant acceptedAt,
        Instant reportedAt,
        @JsonRawValue String labels,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String zone,
        @Nullable String region,
        Map<String, UnitFigure> figures,
        String methodology,
        String factorSet,
        String tier,
        List<String> warnings,
        @Nullable Delivery functionalUnit,
        @JsonRawValue @Nullable String data,
        UUID footprintId) {

    /** A figure with its unit. */
    public record UnitFigure(String unit, BigDecimal low, BigDecimal central, BigDecimal high) {}

    /** What was delivered, and how much of it. */
    public record Delivery(String unit, BigDecimal quantity) {}
}
