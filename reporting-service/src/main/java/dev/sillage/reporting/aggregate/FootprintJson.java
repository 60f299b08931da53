package dev.sillage.reporting.aggregate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sillage.activity.Labels;
import dev.sillage.footprint.ActivityData;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.reporting.intake.BoundedText;
import dev.sillage.reporting.intake.UnreadableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The value of a footprint record, read token by token; members that are not ours are passed over. */
final class FootprintJson {
    private static final int MAX_TEXT_LENGTH = ActivityData.MAX_BYTES;
    private static final int MAX_WARNINGS = 32;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_DOCUMENT_BYTES = 1 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxDocumentLength(MAX_DOCUMENT_BYTES)
                    .build())
            .build();

    /** The members of parts that are read, with the names by which they are asked for. */
    private static final Map<String, Map<String, String>> QUALIFIED = Map.of(
            "activity", Map.of("tenant", "activity.tenant", "source", "activity.source", "id", "activity.id"),
            "amendment", Map.of("source", "amendment.source", "id", "amendment.id"));

    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
    private final Set<String> warnings = new TreeSet<>();
    private @Nullable FunctionalUnit functionalUnit;
    private @Nullable Inputs inputs;

    private FootprintJson() {}

    /**
     * Reads a value.
     *
     * @throws UnreadableException when it is not JSON, or not shaped like a footprint
     */
    static FootprintJson read(byte[] value) throws UnreadableException {
        FootprintJson json = new FootprintJson();
        try (JsonParser parser = JSON.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("not-a-footprint", "The value is not a JSON object.");
            }
            json.readMembers(parser, "", value);
            if (parser.nextToken() != null) {
                throw new UnreadableException("not-a-footprint", "More follows after the JSON object.");
            }
        } catch (IOException e) {
            throw new UnreadableException("not-json", "The value is not JSON within the limits of the contract.");
        }
        return json;
    }

    /**
     * A text that a footprint cannot be without.
     *
     * @throws UnreadableException when it is missing or empty
     */
    String required(String member) throws UnreadableException {
        String text = texts.get(member);
        if (text == null || text.isEmpty()) {
            throw new UnreadableException("missing-member", "The footprint has no " + member + ".");
        }
        return text;
    }

    /** A text, empty when it is absent. */
    String optional(String member) {
        return texts.getOrDefault(member, "");
    }

    Map<String, String> labels() {
        return labels;
    }

    Map<Criterion, Figure> figures() {
        return figures;
    }

    /** What was delivered, null when it is not said. */
    @Nullable
    FunctionalUnit functionalUnit() {
        return functionalUnit;
    }

    /** What it was computed from, null when that is not there. */
    @Nullable
    Inputs inputs() {
        return inputs;
    }

    /** Codes in one order, each once, without spaces. */
    Set<String> warnings() {
        return warnings;
    }

    private void readMembers(JsonParser parser, String prefix, byte[] value) throws IOException, UnreadableException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String member = prefix.isEmpty()
                    ? name
                    : QUALIFIED.getOrDefault(prefix, Map.of()).get(name);
            if (member == null) {
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            // The parser could look for them in every object, also in those that are passed over; it took a fifth of
            // the reading.
            if (!seen.add(member)) {
                throw repeated(member);
            }
            JsonToken token = parser.nextToken();
            if (member.equals("labels") && token == JsonToken.START_OBJECT) {
                readLabels(parser);
            } else if (member.equals("figures") && token == JsonToken.START_OBJECT) {
                readFigures(parser);
            } else if (member.equals("warnings") && token == JsonToken.START_ARRAY) {
                readWarnings(parser);
            } else if (member.equals("activity") && token == JsonToken.START_OBJECT) {
                readMembers(parser, "activity", value);
            } else if (member.equals("amendment") && token == JsonToken.START_OBJECT) {
                readMembers(parser, "amendment", value);
            } else if (member.equals("functionalUnit") && token == JsonToken.START_OBJECT) {
                functionalUnit = orWarning(FunctionalUnitJson.read(parser), "functional-unit-not-stored");
            } else if (member.equals("data") && token == JsonToken.START_OBJECT) {
                inputs = orWarning(Inputs.read(parser, value), ActivityData.NOT_KEPT);
            } else if (token == JsonToken.VALUE_STRING) {
                texts.put(member, clean(member, parser.getText()));
            } else {
                parser.skipChildren();
            }
        }
    }

    private <T> @Nullable T orWarning(@Nullable T part, String warning) {
        if (part == null) {
            warnings.add(warning);
        }
        return part;
    }

    private void readLabels(JsonParser parser) throws IOException, UnreadableException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = BoundedText.of(parser.currentName(), Labels.MAX_NAME_LENGTH);
            if (parser.nextToken() == JsonToken.VALUE_STRING && labels.size() < Labels.MAX_COUNT) {
                if (labels.put(name, BoundedText.of(parser.getText(), Labels.MAX_VALUE_LENGTH)) != null) {
                    throw repeated("label");
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readWarnings(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING && warnings.size() < MAX_WARNINGS) {
                warnings.add(
                        BoundedText.of(parser.getText(), Labels.MAX_NAME_LENGTH).replace(' ', '-'));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readFigures(JsonParser parser) throws IOException, UnreadableException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Criterion criterion = Criterion.ofWireName(parser.currentName()).orElse(null);
            parser.nextToken();
            if (criterion == null) {
                // A newer calculation may know more criteria: what is known is kept, and the loss is said.
                warnings.add("criterion-not-stored");
                parser.skipChildren();
            } else {
                if (figures.put(criterion, figure(parser, criterion)) != null) {
                    throw bad(criterion, "is there twice");
                }
            }
        }
    }

    private static Figure figure(JsonParser parser, Criterion criterion) throws IOException, UnreadableException {
        BigDecimal low = null;
        BigDecimal central = null;
        BigDecimal high = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String bound = parser.currentName();
                if (!parser.nextToken().isNumeric()) {
                    throw bad(criterion, "has a bound that is not a number");
                }
                BigDecimal value = FigureLimits.check(JsonDecimal.read(parser), criterion);
                switch (bound) {
                    case "low" -> low = first(low, value, criterion);
                    case "central" -> central = first(central, value, criterion);
                    case "high" -> high = first(high, value, criterion);
                    default -> throw bad(criterion, "has a bound that is not low, central or high");
                }
            }
        }
        return ordered(low, central, high, criterion);
    }

    private static BigDecimal first(@Nullable BigDecimal before, BigDecimal value, Criterion criterion)
            throws UnreadableException {
        if (before != null) {
            throw bad(criterion, "has a bound twice");
        }
        return value;
    }

    private static Figure ordered(
            @Nullable BigDecimal low, @Nullable BigDecimal central, @Nullable BigDecimal high, Criterion criterion)
            throws UnreadableException {
        if (low == null || central == null || high == null) {
            throw bad(criterion, "has not all of low, central and high");
        }
        try {
            return new Figure(low, central, high);
        } catch (IllegalArgumentException e) {
            throw bad(criterion, "is not in the order 0 <= low <= central <= high");
        }
    }

    private static UnreadableException bad(Criterion criterion, String what) {
        return new UnreadableException("bad-figure", "The figure of " + criterion.wireName() + " " + what + ".");
    }

    private static UnreadableException repeated(String member) {
        return new UnreadableException("repeated-member", "The footprint has a " + member + " twice.");
    }

    private static String clean(String member, String text) throws UnreadableException {
        if (!BoundedText.isClean(text)) {
            throw new UnreadableException("bad-text", "The text of " + member + " has control characters.");
        }
        return text;
    }
}
