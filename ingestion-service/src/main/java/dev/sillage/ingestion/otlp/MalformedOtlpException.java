package dev.sillage.ingestion.otlp;

import java.io.IOException;

/** JSON that is not the message it should be. */
final class MalformedOtlpException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail what is expected and where; nothing that the sender wrote
     */
    MalformedOtlpException(String detail) {
        super(detail);
    }
}
