package dev.sillage.calculation.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a footprint event as JSON in UTF-8: members in a fixed order, absent ones left out, each bound of a figure as
 * the decimal literal of its {@link BigDecimal}, so that the same event always gives the same bytes and sums
 * downstream are exact.
 */
final class FootprintEncoder {
    private static final JsonFactory JSON = new JsonFactory();

    private static final SerializedString LOW = new SerializedString("low");
    private static final SerializedString CENTRAL = new SerializedString("central");
    private static final SerializedString HIGH = new SerializedString("high");
    private static final Map<Criterion, SerializedString> CRITERIA = new EnumMap<>(Criterion.class);

    static {
        for (Criterion criterion : Criterion.values()) {
            CRITERIA.put(criterion, new SerializedString(criterion.wireName()));
        }
    }

    private FootprintEncoder() {}

    static byte[] encode(FootprintEvent event) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            write(event, json);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes all bytes", e);
        }
    }

    private static void write(FootprintEvent event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("activity");
        json.writeStringField("tenant", event.activity().tenant());
        json.writeStringField("source", event.activity().source());
        json.writeStringField("id", event.activity().id());
        json.writeEndObject();
        json.writeStringField("kind", event.kind());
        json.writeStringField("time", event.time().toString());
        json.writeStringField("acceptedAt", event.acceptedAt().toString());
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : event.labels().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        writeIfPresent("provider", event.provider(), json);
        writeIfPresent("model", event.model(), json);
        writeIfPresent("zone", event.zone(), json);
        writeFigures(event.figures(), json);
        json.writeStringField("methodology", event.methodology());
        json.writeStringField("factorSet", event.factorSet());
        json.writeStringField("tier", event.tier().wireName());
        json.writeArrayFieldStart("warnings");
        for (String warning : event.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeIfPresent(String name, @Nullable String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void writeFigures(Map<Criterion, Figure> figures, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("figures");
        for (Map.Entry<Criterion, Figure> figure : figures.entrySet()) {
            json.writeFieldName(CRITERIA.get(figure.getKey()));
            json.writeStartObject();
            writeBound(LOW, figure.getValue().low(), json);
            writeBound(CENTRAL, figure.getValue().central(), json);
            writeBound(HIGH, figure.getValue().high(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeBound(SerializedString name, BigDecimal bound, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(bound.toString());
    }
}
