package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.publish.InFlightBytes;

/**
 * A whole request body, and the memory it is charged for until it is closed.
 *
 * @param bytes the body
 * @param reservation what is given back when the request is answered
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Body(byte[] bytes, InFlightBytes.Reservation reservation) implements AutoCloseable {
    @Override
    public void close() {
        reservation.close();
    }
}
