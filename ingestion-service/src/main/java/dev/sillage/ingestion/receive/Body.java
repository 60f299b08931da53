package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.publish.InFlightBytes;

/**
 * A whole request body, and the account that its memory is charged to.
 *
 * @param bytes the body
 * @param reservation of the request, which closes it when it is answered
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Body(byte[] bytes, InFlightBytes.Reservation reservation) {}
