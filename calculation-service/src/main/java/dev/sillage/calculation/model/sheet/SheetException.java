package dev.sillage.calculation.model.sheet;

/** A sheet that must not be used. The message names the sheet, the line, what stands there and what is expected. */
public final class SheetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SheetException(String message) {
        super(message);
    }

    SheetException(String message, Throwable cause) {
        super(message, cause);
    }
}
