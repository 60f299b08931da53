package dev.sillage.calculation.own;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one object of a request, and what is wrong with them. */
final class Members {
    private static final int MAX_TEXT = 200;
    private static final int DATE_LENGTH = 10;
    private static final Instant FIRST = Instant.parse("1950-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final JsonNode object;
    private final String pointer;
    private final List<Problem> problems;

    Members(JsonNode object, String pointer, List<Problem> problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** Complains of all other members, and of something that is no object. */
    void allow(Set<String> names) {
        if (!object.isObject()) {
            problems.add(Problem.of(ProblemType.WRONG_TYPE, "must be an object", pointer));
        }
        for (Iterator<String> found = object.fieldNames(); found.hasNext(); ) {
            String name = found.next();
            if (!names.contains(name)) {
                String escaped = name.replace("~", "~0").replace("/", "~1");
                problems.add(Problem.of(
                        ProblemType.UNKNOWN_MEMBER,
                        "the members are " + names.stream().sorted().toList() + "; leave this one out",
                        pointer + "/" + escaped));
            }
        }
    }

    void complain(ProblemType type, String detail, String name) {
        problems.add(Problem.of(type, detail, pointer + "/" + name));
    }

    @Nullable
    String requiredText(String name) {
        String text = text(name);
        if (text == null && isAbsent(name)) {
            complain(ProblemType.MISSING_MEMBER, "is required", name);
        }
        return text;
    }

    /** Null when it is absent, and when it is no text that may be kept. */
    @Nullable
    String text(String name) {
        if (isAbsent(name)) {
            return null;
        }
        JsonNode value = object.get(name);
        if (!value.isTextual()) {
            complain(ProblemType.WRONG_TYPE, "must be a text", name);
            return null;
        }
        String text = value.textValue().strip();
        if (text.isEmpty() || text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            complain(
                    ProblemType.INVALID_TEXT,
                    "must have 1 to " + MAX_TEXT + " characters, none of them a control character",
                    name);
            return null;
        }
        return text;
    }

    /** NaN when it is absent, and when it is no finite number. */
    double number(String name) {
        if (isAbsent(name)) {
            return Double.NaN;
        }
        JsonNode value = object.get(name);
        if (!value.isNumber()) {
            complain(ProblemType.WRONG_TYPE, "must be a number", name);
            return Double.NaN;
        }
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            complain(ProblemType.OUT_OF_RANGE, "must be a finite number", name);
            return Double.NaN;
        }
        return number;
    }

    double requiredNumber(String name) {
        if (isAbsent(name)) {
            complain(ProblemType.MISSING_MEMBER, "is required", name);
        }
        return number(name);
    }

    /** A moment, or the begin of a day in UTC; null when it is absent, and when it is neither. */
    @Nullable
    Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Instant time = parse(text);
        if (time == null) {
            complain(
                    ProblemType.INVALID_TIME,
                    "must be RFC 3339 from 1950 to 2099, like 2026-11-23T10:00:00Z, or a day like 2026-11-23",
                    name);
        }
        return time;
    }

    /** Null for what is no time. */
    static @Nullable Instant parse(String text) {
        try {
            Instant time = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean isAbsent(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull();
    }
}
