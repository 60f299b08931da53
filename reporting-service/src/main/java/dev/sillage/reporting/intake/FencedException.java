package dev.sillage.reporting.intake;

/** Another consumer has stored records that this one holds too; nothing of this transaction may be kept. */
final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FencedException() {
        super("another consumer advanced the offsets", null, false, false);
    }
}
