package dev.sillage.reporting.avoided;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.activity.Labels;
import dev.sillage.activity.TimeText;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.SignedFigure;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.intake.UnreadableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of an avoidance record. They are few, so it is read as a tree. */
final class AvoidanceJson {
    private static final int MAX_TEXT_LENGTH = 4096;
    private static final int MAX_CODE_LENGTH = 200;
    private static final int MAX_WARNINGS = 32;
    private static final int MAX_DIGITS = 40;
    private static final int MAX_EXPONENT = 308;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(8 * 1024)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode json;

    private AvoidanceJson(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads a value.
     *
     * @throws UnreadableException when it is not JSON, or not an avoidance
     */
    static AvoidanceEvent read(byte[] value) throws UnreadableException {
        try {
            return new AvoidanceJson(JSON.readTree(value)).event();
        } catch (IOException e) {
            throw new UnreadableException("not-json", "The value is not JSON within the limits of the contract.");
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("not-an-avoidance", "The members contradict each other or the contract.");
        }
    }

    private AvoidanceEvent event() throws UnreadableException {
        JsonNode activity = json.path("activity");
        return new AvoidanceEvent(
                new ActivityReference(
                        required(activity, "tenant"), required(activity, "source"), required(activity, "id")),
                time("time"),
                time("acceptedAt"),
                labels(),
                code("lever"),
                json.path("zone").isTextual() ? code("zone") : null,
                signed("avoidedKgCo2e"),
                signed("secondOrderKgCo2e"),
                figure("firstOrderKgCo2e"),
                figure("reboundKgCo2e"),
                text("reference"),
                text("evidence"),
                text("reboundStatement"),
                code("tier"),
                json.path("publicUse").asBoolean(false),
                code("methodology"),
                code("factorSet"),
                warnings(),
                json.path("data").isObject() ? json.path("data").toString() : null);
    }

    private String code(String member) throws UnreadableException {
        return BoundedText.of(required(json, member), MAX_CODE_LENGTH);
    }

    private String text(String member) throws UnreadableException {
        return BoundedText.of(required(json, member), MAX_TEXT_LENGTH);
    }

    private static String required(JsonNode parent, String member) throws UnreadableException {
        JsonNode text = parent.path(member);
        if (!text.isTextual() || text.asText().isEmpty()) {
            throw new UnreadableException("missing-member", "The avoidance has no " + member + ".");
        }
        return text.asText();
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    private Instant time(String member) throws UnreadableException {
        try {
            Instant time = TimeText.parse(required(json, member)).truncatedTo(ChronoUnit.MICROS);
            if (!time.isBefore(FIRST) && !time.isAfter(END)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Not a time at all; said below, together with one that is out of range.
        }
        throw new UnreadableException("bad-time", "The member " + member + " is not an RFC 3339 time from 1970 on.");
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        json.path("labels").properties().stream()
                .filter(label -> label.getValue().isTextual())
                .limit(Labels.MAX_COUNT)
                .forEach(label -> labels.put(
                        BoundedText.of(label.getKey(), Labels.MAX_NAME_LENGTH),
                        BoundedText.of(label.getValue().asText(), Labels.MAX_VALUE_LENGTH)));
        return labels;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (JsonNode warning : json.path("warnings")) {
            if (warnings.size() < MAX_WARNINGS) {
                warnings.add(
                        BoundedText.of(warning.asText(), Labels.MAX_NAME_LENGTH).replace(' ', '-'));
            }
        }
        return warnings;
    }

    private SignedFigure signed(String member) throws UnreadableException {
        JsonNode bounds = json.path(member);
        return new SignedFigure(
                bound(bounds, "low", member), bound(bounds, "central", member), bound(bounds, "high", member));
    }

    private @Nullable Figure figure(String member) throws UnreadableException {
        JsonNode bounds = json.path(member);
        return bounds.isMissingNode() || bounds.isNull()
                ? null
                : new Figure(
                        bound(bounds, "low", member), bound(bounds, "central", member), bound(bounds, "high", member));
    }

    private static BigDecimal bound(JsonNode bounds, String name, String member) throws UnreadableException {
        JsonNode bound = bounds.path(name);
        BigDecimal value = bound.decimalValue();
        long exponent = (long) value.precision() - value.scale() - 1;
        if (!bound.isNumber() || value.precision() > MAX_DIGITS || Math.abs(exponent) > MAX_EXPONENT) {
            throw new UnreadableException("bad-figure", "The bound " + name + " of " + member + " is not a number.");
        }
        return value;
    }
}
