package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.read.ActivityReader;
import dev.sillage.calculation.read.InvalidActivityException;
import dev.sillage.calculation.read.ReadActivity;
import dev.sillage.calculation.read.Violation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final Set<String> MEMBERS = Set.of("kind", "type", "data", "time", "methodology");

    private final ActivityReader reader;
    private final MethodologyChoice choice;

    EstimateRequestReader(ActivityReader reader, MethodologyChoice choice) {
        this.reader = reader;
        this.choice = choice;
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
        refuseUnknownMembers(item, pointer);
        ActivityKind kind = kind(item, pointer);
        Methodology methodology = choice.of(kind, text(item, "methodology", pointer), pointer);
        Instant time = time(text(item, "time", pointer), pointer);
        return new EstimateRequest(kind, data(kind, item, pointer).activity(), time, methodology);
    }

    private static void refuseUnknownMembers(JsonNode item, String pointer) throws ProblemsException {
        List<Problem> problems = new ArrayList<>();
        for (Iterator<String> names = item.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                problems.add(Problem.of(
                        ProblemType.UNKNOWN_MEMBER,
                        "an item has the members kind or type, data, time and methodology; leave this one out",
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1")));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems.subList(0, Math.min(problems.size(), 20)));
        }
    }

    private static ActivityKind kind(JsonNode item, String pointer) throws ProblemsException {
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

    private static @Nullable String text(JsonNode item, String name, String pointer) throws ProblemsException {
        JsonNode value = item.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new ProblemsException(ProblemType.WRONG_TYPE, "must be a text", pointer + "/" + name);
        }
        return value.textValue();
    }

    private static @Nullable Instant time(@Nullable String time, String pointer) throws ProblemsException {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new ProblemsException(
                    ProblemType.INVALID_TIME, "must be RFC 3339, like 2026-11-23T10:15:30Z", pointer + "/time");
        }
    }

    private ReadActivity data(ActivityKind kind, JsonNode item, String pointer) throws ProblemsException {
        String dataPointer = pointer + "/data";
        JsonNode data = item.get("data");
        if (data == null) {
            throw new ProblemsException(
                    ProblemType.MISSING_MEMBER, "the data of the activity are required", dataPointer);
        }
        try (JsonParser parser = data.traverse()) {
            parser.nextToken();
            return reader.read(kind, parser);
        } catch (InvalidActivityException e) {
            throw new ProblemsException(e.violations().stream()
                    .map(violation -> problem(violation, dataPointer))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory is JSON", e);
        }
    }

    private static Problem problem(Violation violation, String dataPointer) {
        ProblemType type =
                switch (violation.rule()) {
                    case UNKNOWN_MEMBER -> ProblemType.UNKNOWN_MEMBER;
                    case MISSING_MEMBER -> ProblemType.MISSING_MEMBER;
                    case DUPLICATE_MEMBER -> ProblemType.DUPLICATE_MEMBER;
                    case WRONG_TYPE -> ProblemType.WRONG_TYPE;
                    case OUT_OF_RANGE -> ProblemType.OUT_OF_RANGE;
                    case INVALID_TEXT -> ProblemType.INVALID_TEXT;
                    case NOT_ONE_OF -> ProblemType.NOT_ONE_OF;
                    case INVALID_LABELS -> ProblemType.INVALID_LABELS;
                };
        return Problem.of(type, violation.remedy(), dataPointer + violation.pointer());
    }
}
