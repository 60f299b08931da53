package dev.sillage.calculation.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FunctionalUnit;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a footprint event as JSON in UTF-8: members in a fixed order, absent ones left out, each bound of a figure as
 * the decimal literal of its {@link BigDecimal}, so that the same event always gives the same bytes and sums
 * downstream are exact.
 */
public final class FootprintEncoder {
    private static final Map<Criterion, SerializedString> CRITERIA = new EnumMap<>(Criterion.class);

    static {
        for (Criterion criterion : Criterion.values()) {
            CRITERIA.put(criterion, new SerializedString(criterion.wireName()));
        }
    }

    private FootprintEncoder() {}

    /** The bytes of an event. */
    public static byte[] encode(FootprintEvent event) {
        return EventJson.encode(json -> write(event, json));
    }

    static void write(FootprintEvent event, JsonGenerator json) throws IOException {
        EventJson.writeActivity(event.activity(), json);
        json.writeStringField("kind", event.kind());
        EventJson.writeTimes(event.time(), event.acceptedAt(), json);
        EventJson.writeIfPresent("subject", event.subject(), json);
        EventJson.writeLabels(event.labels(), json);
        EventJson.writeIfPresent("provider", event.provider(), json);
        EventJson.writeIfPresent("model", event.model(), json);
        EventJson.writeIfPresent("zone", event.zone(), json);
        EventJson.writeIfPresent("region", event.region(), json);
        writeFigures(event.figures(), json);
        json.writeStringField("methodology", event.methodology());
        json.writeStringField("factorSet", event.factorSet());
        json.writeStringField("tier", event.tier().wireName());
        EventJson.writeWarnings(event.warnings(), json);
        writeFunctionalUnit(event.functionalUnit(), json);
        EventJson.writeData(event.data(), json);
    }

    private static void writeFigures(Map<Criterion, Figure> figures, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("figures");
        for (Map.Entry<Criterion, Figure> figure : figures.entrySet()) {
            json.writeFieldName(CRITERIA.get(figure.getKey()));
            EventJson.writeFigure(figure.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void writeFunctionalUnit(@Nullable FunctionalUnit unit, JsonGenerator json) throws IOException {
        if (unit != null) {
            json.writeObjectFieldStart("functionalUnit");
            json.writeStringField("unit", unit.unit());
            json.writeFieldName("quantity");
            json.writeNumber(unit.quantity().toString());
            json.writeEndObject();
        }
    }
}
