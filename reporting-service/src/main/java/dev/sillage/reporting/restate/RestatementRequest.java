package dev.sillage.reporting.restate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.ActivityKind;
import dev.sillage.reporting.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, checked as far as it can be without asking anybody.
 *
 * @param methodology null for the default of each kind
 * @param factorSet that the caller counts on; null for whatever the calculation has
 */
record RestatementRequest(
        Instant from,
        Instant to,
        String reason,
        @Nullable String methodology,
        @Nullable String factorSet,
        List<String> kinds,
        boolean dryRun) {
    private static final Set<String> MEMBERS =
            Set.of("from", "to", "reason", "methodology", "factorSet", "kinds", "dryRun");
    private static final int MAX_REASON_LENGTH = 500;
    private static final int MAX_NAME_LENGTH = 200;

    static RestatementRequest of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Problem.invalidBody("", "Send a JSON object with from, to and reason.");
        }
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw Problem.invalidBody("/" + name, "There is no such member. Known are: " + sorted() + ".");
            }
        }
        Instant from = time(body, "from");
        Instant to = time(body, "to");
        if (!from.isBefore(to)) {
            throw Problem.invalidBody("/to", "The period is empty: from must be before to, which is exclusive.");
        }
        String reason = text(body, "reason", MAX_REASON_LENGTH);
        if (reason == null || reason.isBlank()) {
            throw Problem.invalidBody("/reason", "Say why the history is computed again; it stays on the record.");
        }
        return new RestatementRequest(
                from,
                to,
                reason,
                text(body, "methodology", MAX_NAME_LENGTH),
                text(body, "factorSet", MAX_NAME_LENGTH),
                kinds(body.path("kinds")),
                flag(body, "dryRun"));
    }

    private static Instant time(JsonNode body, String member) {
        try {
            return OffsetDateTime.parse(body.path(member).asText("")).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalidBody(
                    "/" + member, "Give " + member + " as an RFC 3339 time, for example 2026-01-01T00:00:00Z.");
        }
    }

    private static @Nullable String text(JsonNode body, String member, int maxLength) {
        JsonNode value = body.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > maxLength) {
            throw Problem.invalidBody("/" + member, "Give a text of at most " + maxLength + " characters.");
        }
        return value.textValue();
    }

    private static List<String> kinds(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        List<String> kinds = new ArrayList<>();
        for (JsonNode kind : value) {
            if (ActivityKind.ofWireName(kind.asText()).isEmpty()) {
                throw Problem.invalidBody("/kinds", "There is no kind " + Problem.quoted(kind.asText()) + ".");
            }
            kinds.add(kind.asText());
        }
        if (kinds.isEmpty()) {
            throw Problem.invalidBody("/kinds", "Give a list of kinds, or leave it out for all.");
        }
        return kinds;
    }

    private static boolean flag(JsonNode body, String member) {
        JsonNode value = body.get(member);
        if (value != null && !value.isBoolean()) {
            throw Problem.invalidBody("/" + member, "Give true or false.");
        }
        return value != null && value.booleanValue();
    }

    private static String sorted() {
        return String.join(", ", MEMBERS.stream().sorted().toList());
    }
}
