package dev.sillage.ingestion.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of checking one event: it is accepted, refused for reasons, or not JSON at all. */
public sealed interface Outcome {

    /** Every rule is kept. */
    record Accepted(CheckedEvent event) implements Outcome {}

    /**
     * JSON that breaks rules.
     *
     * @param source CloudEvents {@code source}, when it could be read
     * @param id CloudEvents {@code id}, when it could be read
     * @param findings at least one, at most {@link CheckLimits#maxFindings}
     */
    record Refused(@Nullable String source, @Nullable String id, List<Finding> findings) implements Outcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Not JSON.
     *
     * @param offset where reading had to stop: index into the array that the slice is part of
     */
    record Malformed(int offset) implements Outcome {}
}
