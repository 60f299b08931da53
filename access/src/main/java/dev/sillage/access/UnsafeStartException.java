package dev.sillage.access;

/** The service must not start as it is configured; the message names the setting and how to mend it. */
public final class UnsafeStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsafeStartException(String message) {
        super(message);
    }

    UnsafeStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
