package dev.sillage.local.machine;

/** Something on this machine stands in the way; the message says what, where, and how to mend it. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
