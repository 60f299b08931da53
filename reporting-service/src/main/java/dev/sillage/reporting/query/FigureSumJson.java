package dev.sillage.reporting.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a sum member by member: an answer can hold more than a hundred thousand of them, and little else. */
final class FigureSumJson extends StdSerializer<FigureSum> {
    private static final long serialVersionUID = 1L;

    private static final SerializableString LOW = new SerializedString("low");
    private static final SerializableString CENTRAL = new SerializedString("central");
    private static final SerializableString HIGH = new SerializedString("high");
    private static final SerializableString ACTIVITIES = new SerializedString("activities");

    FigureSumJson() {
        super(FigureSum.class);
    }

    @Override
    public void serialize(FigureSum sum, JsonGenerator json, SerializerProvider serializers) throws IOException {
        json.writeStartObject();
        json.writeFieldName(LOW);
        json.writeNumber(sum.low());
        json.writeFieldName(CENTRAL);
        json.writeNumber(sum.central());
        json.writeFieldName(HIGH);
        json.writeNumber(sum.high());
        json.writeFieldName(ACTIVITIES);
        json.writeNumber(sum.activities());
        json.writeEndObject();
    }
}
