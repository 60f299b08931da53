package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import dev.sillage.calculation.read.ActivityReader;
import dev.sillage.calculation.read.InvalidActivityException;
import dev.sillage.calculation.read.Violation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads data, as a {@code with} changed them, by the rules of the activity contract. */
@Singleton
class ActivityOf {
    private final ActivityReader reader;

    ActivityOf(ActivityReader reader) {
        this.reader = reader;
    }

    /**
     * The activity.
     *
     * @param layers what changes the data, the later over the earlier
     * @param pointer JSON pointer of the item
     * @throws ProblemsException with all that is wrong, each where it was written
     */
    Activity read(ActivityKind kind, ObjectNode data, List<With> layers, String pointer) throws ProblemsException {
        ObjectNode changed = data;
        for (With layer : layers) {
            changed = layer.over(changed);
        }
        try (JsonParser parser = changed.traverse()) {
            parser.nextToken();
            return reader.read(kind, parser).activity();
        } catch (InvalidActivityException e) {
            throw new ProblemsException(e.violations().stream()
                    .map(violation -> Problem.of(
                            type(violation), violation.remedy(), place(violation.pointer(), layers, pointer + "/data")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory is JSON", e);
        }
    }

    /** The last layer that set the member is where it was written. */
    private static String place(String member, List<With> layers, String dataPointer) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).sets(member)) {
                return layers.get(i).pointer() + member;
            }
        }
        return dataPointer + member;
    }

    private static ProblemType type(Violation violation) {
        return switch (violation.rule()) {
            case UNKNOWN_MEMBER -> ProblemType.UNKNOWN_MEMBER;
            case MISSING_MEMBER -> ProblemType.MISSING_MEMBER;
            case DUPLICATE_MEMBER -> ProblemType.DUPLICATE_MEMBER;
            case WRONG_TYPE -> ProblemType.WRONG_TYPE;
            case OUT_OF_RANGE -> ProblemType.OUT_OF_RANGE;
            case INVALID_TEXT -> ProblemType.INVALID_TEXT;
            case NOT_ONE_OF -> ProblemType.NOT_ONE_OF;
            case INVALID_LABELS -> ProblemType.INVALID_LABELS;
        };
    }
}
