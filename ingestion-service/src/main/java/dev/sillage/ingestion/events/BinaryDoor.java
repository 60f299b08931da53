package dev.sillage.ingestion.events;

import dev.sillage.ingestion.receive.Answers;
import dev.sillage.ingestion.receive.Door;
import dev.sillage.ingestion.receive.Inspection;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/**
 * The door for one request in binary mode: the attributes are headers, the body is the data.
 *
 * @param inspector checks the event
 * @param headers its attributes
 */
record BinaryDoor(Inspector inspector, AttributeHeaders headers) implements Door<Response> {
    @Override
    public Inspection inspect(byte[] body, Instant now) {
        return inspector.inspectBinary(headers, body, now);
    }

    @Override
    public Response answer(Inspection inspection) {
        return inspection.accepted().isEmpty()
                ? Answers.nothingAccepted(inspection, true)
                : Answers.accepted(inspection);
    }
}
