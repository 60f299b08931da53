package dev.sillage.reporting.intake;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what the content of a record caused, which fails for ever, from what may pass. */
final class DataFailure {
    /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
    private static final String[] CONTENT_CLASSES = {"22", "23", "54"};

    private DataFailure() {}

    static boolean isCausedByContent(Throwable failure) {
        SQLException refusal = sqlFailure(failure);
        if (refusal == null || refusal.getSQLState() == null) {
            return false;
        }
        for (String contentClass : CONTENT_CLASSES) {
            if (refusal.getSQLState().startsWith(contentClass)) {
                return true;
            }
        }
        return false;
    }

    /** Only the code: the message of the database may quote the content. */
    static String describe(Throwable failure) {
        SQLException refusal = sqlFailure(failure);
        return "PostgreSQL refuses the record with SQLSTATE " + (refusal == null ? "unknown" : refusal.getSQLState());
    }

    private static @Nullable SQLException sqlFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
