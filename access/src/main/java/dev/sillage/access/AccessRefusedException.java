package dev.sillage.access;

/** A request may not do what it asks for. An answer and not a fault, so without a stack trace. */
public final class AccessRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    AccessRefusedException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What exactly is wrong, without anything of the credential. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Why it may not. */
    public enum Reason {
        /** There is no credential that is valid: 401. */
        UNAUTHENTICATED,
        /** The credential is valid, but does not have the scope: 403. */
        FORBIDDEN,
        /** Tokens cannot be checked for the moment: 503. */
        ISSUER_UNAVAILABLE
    }
}
