package dev.sillage.calculation.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.Figure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes an avoidance event as JSON in UTF-8, by the rules of {@link FootprintEncoder}. */
public final class AvoidanceEncoder {
    private static final SerializedString AVOIDED = new SerializedString("avoidedKgCo2e");
    private static final SerializedString SECOND_ORDER = new SerializedString("secondOrderKgCo2e");
    private static final SerializedString FIRST_ORDER = new SerializedString("firstOrderKgCo2e");
    private static final SerializedString REBOUND = new SerializedString("reboundKgCo2e");

    private AvoidanceEncoder() {}

    /** The bytes of an event. */
    public static byte[] encode(AvoidanceEvent event) {
        return EventJson.encode(json -> write(event, json));
    }

    private static void write(AvoidanceEvent event, JsonGenerator json) throws IOException {
        EventJson.writeActivity(event.activity(), json);
        EventJson.writeTimes(event.time(), event.acceptedAt(), json);
        EventJson.writeLabels(event.labels(), json);
        json.writeStringField("lever", event.lever());
        EventJson.writeIfPresent("zone", event.zone(), json);
        json.writeFieldName(AVOIDED);
        EventJson.writeFigure(event.avoidedKgCo2e(), json);
        json.writeFieldName(SECOND_ORDER);
        EventJson.writeFigure(event.secondOrderKgCo2e(), json);
        writeIfKnown(FIRST_ORDER, event.firstOrderKgCo2e(), json);
        writeIfKnown(REBOUND, event.reboundKgCo2e(), json);
        json.writeStringField("reference", event.reference());
        json.writeStringField("evidence", event.evidence());
        json.writeStringField("reboundStatement", event.reboundStatement());
        json.writeStringField("tier", event.tier());
        json.writeBooleanField("publicUse", event.publicUse());
        json.writeStringField("methodology", event.methodology());
        json.writeStringField("factorSet", event.factorSet());
        EventJson.writeWarnings(event.warnings(), json);
        EventJson.writeData(event.data(), json);
    }

    private static void writeIfKnown(SerializedString name, @Nullable Figure figure, JsonGenerator json)
            throws IOException {
        if (figure != null) {
            json.writeFieldName(name);
            EventJson.writeFigure(figure, json);
        }
    }
}
