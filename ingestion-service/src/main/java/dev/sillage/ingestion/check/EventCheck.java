package dev.sillage.ingestion.check;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.sillage.ingestion.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks events against the CloudEvents envelope and the activity contract. Safe for use by many threads. */
public final class EventCheck {
    private final CheckLimits limits;

    public EventCheck(CheckLimits limits) {
        this.limits = limits;
    }

    /**
     * Checks one event; whatever its bytes are, the answer is an outcome and never an exception.
     *
     * @param text the JSON text of one event, all of it
     * @param now the time that "in the future" is measured from
     */
    public Outcome check(Slice text, Instant now) {
        if (text.length() > limits.maxEventBytes()) {
            return refused(
                    ProblemType.EVENT_TOO_LARGE,
                    "The event has " + text.length() + " bytes, at most " + limits.maxEventBytes() + " are taken.");
        }
        int invalid = Utf8.firstInvalid(text);
        if (invalid >= 0) {
            return new Outcome.Malformed(invalid);
        }
        Findings findings = new Findings(limits.maxFindings());
        try (Cursor cursor = Cursor.over(text, findings, limits.maxNesting())) {
            EventScan scan = new EventScan(cursor, findings, limits, limits.acceptableTime(now));
            try {
                return scan.scan();
            } catch (StreamConstraintsException e) {
                return cursor.foundTooDeep() ? scan.refused() : malformed(text, e.getLocation());
            } catch (StreamReadException e) {
                return malformed(text, e.getLocation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory cannot fail", e);
        }
    }

    private static Outcome malformed(Slice text, @Nullable JsonLocation where) {
        long offset = where == null ? 0 : where.getByteOffset();
        return new Outcome.Malformed(text.offset() + (int) Math.min(Math.max(offset, 0), text.length()));
    }

    private static Outcome refused(ProblemType type, String detail) {
        return new Outcome.Refused(null, null, List.of(new Finding(type, detail, "")));
    }
}
