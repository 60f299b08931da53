package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.problem.ProblemType;

/** Ends the reading of one span or data point. It is an answer, not a fault: it has no stack trace. */
final class ItemRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    /**
     * @param detail what is wrong; nothing that the sender wrote
     */
    ItemRefusedException(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    Finding finding() {
        return new Finding(type, String.valueOf(getMessage()), "");
    }
}
