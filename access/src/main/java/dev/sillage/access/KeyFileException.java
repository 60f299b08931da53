package dev.sillage.access;

/** The key file cannot be used; the message says where and why. */
public final class KeyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
