package dev.sillage.calculation.read;

import java.util.List;

/** Data that are JSON but break the limits of their kind. It has no stack trace: it is an answer and not a fault. */
public final class InvalidActivityException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    InvalidActivityException(List<Violation> violations) {
        super(violations.get(0).withoutContent(), null, false, false);
        this.violations = List.copyOf(violations);
    }

    /** What is wrong, in the order of the data; at least one, at most {@link Violations#MAX_COUNT}. */
    public List<Violation> violations() {
        return violations;
    }
}
