package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one item of a request and says everything that is wrong with it. */
@Singleton
class EstimateRequestReader {
    private static final Set<String> MEMBERS =
            Set.of("kind", "type", "data", "time", "methodology", "methodologies", "with", "scenarios");
    private static final int MAX_METHODOLOGIES = 10;

    private final MethodologyChoice choice;
    private final WithReader withReader;

    EstimateRequestReader(MethodologyChoice choice, WithReader withReader) {
        this.choice = choice;
        this.withReader = withReader;
    }

    /** How many results an item asks for, before anything is read. */
    static int results(JsonNode item) {
        return 1
                + item.path("scenarios").size()
                + Math.max(0, item.path("methodologies").size() - 1);
    }

    /**
     * Reads an item.
     *
     * @param pointer JSON pointer of the item in the body
     */
    EstimateRequest read(JsonNode item, String pointer) throws ProblemsException {
        if (!item.isObject()) {
            throw new ProblemsException(ProblemType.WRONG_TYPE, "must be an object with kind and data", pointer);
        }
        refuseUnknownMembers(item, MEMBERS, pointer);
        ActivityKind kind = kind(item, pointer);
        List<Methodology> methodologies = methodologies(kind, item, pointer);
        Instant time = time(text(item, "time", pointer), pointer);
        return new EstimateRequest(
                kind,
                data(item, pointer),
                time,
                methodologies,
                withReader.with(item, pointer),
                withReader.scenarios(item, pointer));
    }

    private List<Methodology> methodologies(ActivityKind kind, JsonNode item, String pointer) throws ProblemsException {
        JsonNode several = item.get("methodologies");
        if (several == null || several.isNull()) {
            return List.of(choice.of(kind, text(item, "methodology", pointer), pointer + "/methodology", pointer));
        }
        String place = pointer + "/methodologies";
        if (item.has("methodology")) {
            throw new ProblemsException(
                    ProblemType.DUPLICATE_MEMBER, "name one methodology, or several, not both", place);
        }
        if (!several.isArray() || several.isEmpty() || several.size() > MAX_METHODOLOGIES) {
            throw new ProblemsException(
                    ProblemType.WRONG_TYPE, "must be an array of 1 to " + MAX_METHODOLOGIES + " ids", place);
        }
        List<Methodology> read = new ArrayList<>(several.size());
        for (int i = 0; i < several.size(); i++) {
            if (!several.get(i).isTextual()) {
                throw new ProblemsException(ProblemType.WRONG_TYPE, "must be a text", place + "/" + i);
            }
            Methodology methodology = choice.of(kind, several.get(i).textValue(), place + "/" + i, pointer);
            if (read.contains(methodology)) {
                throw new ProblemsException(
                        ProblemType.DUPLICATE_MEMBER, "name each methodology once", place + "/" + i);
            }
            read.add(methodology);
        }
        return read;
    }

    static void refuseUnknownMembers(JsonNode item, Set<String> members, String pointer) throws ProblemsException {
        List<Problem> problems = new ArrayList<>();
        for (Iterator<String> names = item.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!members.contains(name)) {
                problems.add(Problem.of(
                        ProblemType.UNKNOWN_MEMBER,
                        "the members here are " + members.stream().sorted().toList() + "; leave this one out",
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1")));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems.subList(0, Math.min(problems.size(), 20)));
        }
    }

    static ActivityKind kind(JsonNode item, String pointer) throws ProblemsException {
        String kindName = text(item, "kind", pointer);
        String type = text(item, "type", pointer);
        if (kindName == null && type == null) {
            throw new ProblemsException(
                    ProblemType.MISSING_MEMBER,
                    "name the kind of activity, for example llm-inference",
                    pointer + "/kind");
        }
        if (kindName != null && type != null) {
            throw new ProblemsException(
                    ProblemType.DUPLICATE_MEMBER, "name the kind by kind or by type, not by both", pointer + "/type");
        }
        if (kindName != null) {
            return ActivityKind.ofWireName(kindName).orElseThrow(() -> unknownKind(pointer + "/kind", false));
        }
        return ActivityKind.ofType(String.valueOf(type)).orElseThrow(() -> unknownKind(pointer + "/type", true));
    }

    private static ProblemsException unknownKind(String pointer, boolean asType) {
        List<String> known = new ArrayList<>();
        for (ActivityKind kind : ActivityKind.values()) {
            known.add(asType ? kind.type() : kind.wireName());
        }
        return new ProblemsException(ProblemType.UNKNOWN_KIND, "must be one of " + String.join(", ", known), pointer);
    }

    static @Nullable String text(JsonNode item, String name, String pointer) throws ProblemsException {
        JsonNode value = item.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new ProblemsException(ProblemType.WRONG_TYPE, "must be a text", pointer + "/" + name);
        }
        return value.textValue();
    }

    static @Nullable Instant time(@Nullable String time, String pointer) throws ProblemsException {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new ProblemsException(
                    ProblemType.INVALID_TIME, "must be RFC 3339, like 2026-11-23T10:15:30Z", pointer + "/time");
        }
    }

    static ObjectNode data(JsonNode item, String pointer) throws ProblemsException {
        JsonNode data = item.get("data");
        if (data == null) {
            throw new ProblemsException(
                    ProblemType.MISSING_MEMBER, "the data of the activity are required", pointer + "/data");
        }
        if (data instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemsException(ProblemType.WRONG_TYPE, "must be an object", pointer + "/data");
    }
}
