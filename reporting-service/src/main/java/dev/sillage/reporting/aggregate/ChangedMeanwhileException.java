package dev.sillage.reporting.aggregate;

/** Rows of the ledger that were read are not what they were: somebody else amended them. Read again. */
public final class ChangedMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhileException(int rows) {
        super(rows + " rows of the ledger were changed since they were read", null, false, false);
    }
}
