package dev.sillage.calculation.factor;

/**
 * A factor set that must not be used. The message names the file, the line, the column or key, what stands there and
 * what is expected, so that it can be mended without reading code.
 */
public final class FactorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FactorException(String message) {
        super(message);
    }

    FactorException(String message, Throwable cause) {
        super(message, cause);
    }
}
