package dev.sillage.calculation.model;

/** An activity that has no footprint by the chosen method. It costs only itself: the stream goes on. */
public final class NotComputableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * An activity that cannot be computed, without a stack trace, because it is an answer and not a fault.
     *
     * @param reason stable code, for example {@code kind-not-computed}
     * @param detail a sentence for people, without any content of the event
     */
    public NotComputableException(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** A stable code. */
    public String reason() {
        return reason;
    }

    /** A sentence for people, without any content of the event. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
