package dev.sillage.ingestion.receive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.ingestion.check.Finding;
import dev.sillage.ingestion.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * One reason why one event of a request is refused, as the answer lists it.
 *
 * @param index which event of the request, from 0; blank lines do not count
 * @param id CloudEvents {@code id}, when it could be read
 * @param source CloudEvents {@code source}, when it could be read
 * @param type {@code /problems/<code>}
 * @param title what is wrong, the same for every occurrence
 * @param detail what is wrong here, and how to mend it
 * @param pointer RFC 6901 pointer from the event's root; empty for the event as a whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemProblem(
        int index,
        @Nullable String id,
        @Nullable String source,
        String type,
        String title,
        String detail,
        @Nullable String pointer) {

    static ItemProblem of(int index, @Nullable String source, @Nullable String id, Finding finding) {
        ProblemType type = finding.type();
        String detail = finding.detail() + " " + type.remedy();
        return new ItemProblem(index, id, source, type.uri().toString(), type.title(), detail, finding.pointer());
    }
}
