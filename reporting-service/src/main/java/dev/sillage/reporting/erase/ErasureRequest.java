package dev.sillage.reporting.erase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.reporting.aggregate.FootprintValue;
import dev.sillage.reporting.problem.Problem;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param subject the pseudonym, exactly as it was sent
 * @param reason for the record; it must not name the person
 */
record ErasureRequest(String subject, String reason) {
    private static final Set<String> MEMBERS = Set.of("subject", "reason");
    private static final int MAX_REASON_LENGTH = 500;

    static ErasureRequest of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Problem.invalidBody("", "Send a JSON object with subject and reason.");
        }
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw Problem.invalidBody("/" + name, "There is no such member. Known are: reason, subject.");
            }
        }
        String subject = text(body, "subject", FootprintValue.MAX_SUBJECT_LENGTH);
        String reason = text(body, "reason", MAX_REASON_LENGTH);
        if (reason.contains(subject)) {
            throw Problem.invalidBody("/reason", "The reason stays on the record, so it must not name the subject.");
        }
        return new ErasureRequest(subject, reason);
    }

    private static String text(JsonNode body, String member, int maxLength) {
        String text = body.path(member).isTextual() ? body.path(member).textValue() : "";
        if (text.isBlank() || text.length() > maxLength) {
            throw Problem.invalidBody("/" + member, "Give a text of 1 to " + maxLength + " characters.");
        }
        return text;
    }
}
