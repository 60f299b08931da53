package dev.sillage.calculation.result;

/** Why an activity has no result. The code is stable: people filter and count by it. */
public enum RefusalReason {
    /** The value is not one JSON text, is too deeply nested, or is missing. */
    UNREADABLE_DATA("unreadable-data"),
    /** The CloudEvents type is not one of ours. */
    UNKNOWN_TYPE("unknown-type"),
    /** A header that the contract requires is missing. */
    MISSING_ATTRIBUTE("missing-attribute"),
    /** A header or a member of the data is outside the limits of the contract. */
    INVALID_VALUE("invalid-value"),
    /** No methodology computes this kind of activity. */
    KIND_NOT_COMPUTED("kind-not-computed"),
    /** The methodology of the kind has no footprint for this very activity. */
    NOT_COMPUTABLE("not-computable"),
    /** The computation failed; somebody must look into the log. */
    INTERNAL_ERROR("internal-error");

    private final String code;

    RefusalReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
