package dev.sillage.calculation.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.SignedFigure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that our events have in common, each always written the same way. */
final class EventJson {
    private static final JsonFactory JSON = new JsonFactory();

    private static final SerializedString LOW = new SerializedString("low");
    private static final SerializedString CENTRAL = new SerializedString("central");
    private static final SerializedString HIGH = new SerializedString("high");

    private EventJson() {}

    /** Writes the members of one event. */
    interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] encode(Members members) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes all bytes", e);
        }
    }

    static void writeActivity(ActivityReference activity, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("activity");
        json.writeStringField("tenant", activity.tenant());
        json.writeStringField("source", activity.source());
        json.writeStringField("id", activity.id());
        json.writeEndObject();
    }

    static void writeTimes(Instant time, Instant acceptedAt, JsonGenerator json) throws IOException {
        json.writeStringField("time", time.toString());
        json.writeStringField("acceptedAt", acceptedAt.toString());
    }

    static void writeLabels(Map<String, String> labels, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : labels.entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
    }

    static void writeIfPresent(String name, @Nullable String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    static void writeWarnings(List<String> warnings, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (String warning : warnings) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    /** The data are compact JSON already. */
    static void writeData(@Nullable String data, JsonGenerator json) throws IOException {
        if (data != null) {
            json.writeFieldName("data");
            json.writeRawValue(data);
        }
    }

    static void writeFigure(Figure figure, JsonGenerator json) throws IOException {
        writeBounds(figure.low(), figure.central(), figure.high(), json);
    }

    static void writeFigure(SignedFigure figure, JsonGenerator json) throws IOException {
        writeBounds(figure.low(), figure.central(), figure.high(), json);
    }

    private static void writeBounds(BigDecimal low, BigDecimal central, BigDecimal high, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        writeBound(LOW, low, json);
        writeBound(CENTRAL, central, json);
        writeBound(HIGH, high, json);
        json.writeEndObject();
    }

    private static void writeBound(SerializedString name, BigDecimal bound, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(bound.toString());
    }
}
