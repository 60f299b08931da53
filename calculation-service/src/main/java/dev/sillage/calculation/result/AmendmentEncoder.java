package dev.sillage.calculation.result;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.FootprintCorrection;
import dev.sillage.footprint.FootprintRetraction;
import java.io.IOException;

/** Writes corrections and retractions as JSON in UTF-8, by the rules of {@link FootprintEncoder}. */
public final class AmendmentEncoder {
    private AmendmentEncoder() {}

    /** The members of the footprint, and then what corrects. */
    public static byte[] encode(FootprintCorrection correction) {
        return EventJson.encode(json -> {
            FootprintEncoder.write(correction.footprint(), json);
            writeAmendment(correction.amendment(), json);
        });
    }

    /** What is taken back, and what takes it back. */
    public static byte[] encode(FootprintRetraction retraction) {
        return EventJson.encode(json -> {
            EventJson.writeActivity(retraction.activity(), json);
            EventJson.writeTimes(retraction.time(), retraction.acceptedAt(), json);
            writeAmendment(retraction.amendment(), json);
        });
    }

    private static void writeAmendment(ActivityReference amendment, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("amendment");
        json.writeStringField("source", amendment.source());
        json.writeStringField("id", amendment.id());
        json.writeEndObject();
    }
}
