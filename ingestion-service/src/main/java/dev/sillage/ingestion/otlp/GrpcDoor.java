package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.receive.Door;
import dev.sillage.ingestion.receive.Inspection;
import java.time.Instant;

/**
 * The door of a signal, with answers of gRPC.
 *
 * @param door that reads protobuf
 */
record GrpcDoor(OtlpDoor door) implements Door<GrpcAnswer> {
    @Override
    public Inspection inspect(byte[] body, Instant now) {
        return door.inspect(body, now);
    }

    @Override
    public GrpcAnswer answer(Inspection inspection) {
        return GrpcAnswer.of(inspection, door.signal());
    }
}
