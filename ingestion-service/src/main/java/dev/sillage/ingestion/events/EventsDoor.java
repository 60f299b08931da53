package dev.sillage.ingestion.events;

import dev.sillage.ingestion.receive.Answers;
import dev.sillage.ingestion.receive.Door;
import dev.sillage.ingestion.receive.Inspection;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/**
 * The door for one request that holds whole events.
 *
 * @param inspector checks the events
 * @param format where they are in the body
 */
record EventsDoor(Inspector inspector, Format format) implements Door<Response> {
    @Override
    public Inspection inspect(byte[] body, Instant now) {
        return inspector.inspect(body, format, now);
    }

    @Override
    public Response answer(Inspection inspection) {
        return inspection.accepted().isEmpty()
                ? Answers.nothingAccepted(inspection, format == Format.ONE)
                : Answers.accepted(inspection);
    }
}
