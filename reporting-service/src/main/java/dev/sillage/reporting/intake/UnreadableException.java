package dev.sillage.reporting.intake;

/** A record that cannot be stored; an answer and not a fault, so without a stack trace. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Why it cannot.
     *
     * @param reason stable code
     * @param detail a sentence for people, without content of the record
     */
    public UnreadableException(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** A stable code. */
    public String reason() {
        return reason;
    }

    /** A sentence for people, without content of the record. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
