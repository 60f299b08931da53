package dev.sillage.calculation.stream;

/** An activity that ends as a dead letter. It has no stack trace: it is an answer and not a fault. */
final class DeadLetterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeadLetterReason reason;
    private final String detail;

    /**
     * An activity that ends as a dead letter.
     *
     * @param detail a sentence for people, without any content of the event
     */
    DeadLetterException(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    DeadLetterReason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
