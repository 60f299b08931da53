package dev.sillage.reporting.aggregate;

/** A footprint record that cannot be stored; an answer and not a fault, so without a stack trace. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Why it cannot.
     *
     * @param reason stable code
     * @param detail a sentence for people, without content of the record
     */
    UnreadableException(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
