package dev.sillage.calculation.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Labels;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the data of activities of some kinds, {@code labels} apart, in one pass and without a tree.
 *
 * <p>The limits are those of {@link ActivityKind#shape}. The door has checked them already; they are checked again,
 * because a record that somebody else wrote to the topic, or a newer door, must not turn into a wrong figure. A member
 * that the kind does not have is refused and not skipped for the same reason: it might matter.
 *
 * <p>Safe for use by many threads.
 */
public final class ActivityReader {
    /** The deepest data of the contract have two levels. */
    private static final int MAX_NESTING = 16;

    private static final int MAX_NUMBER_LENGTH = 100;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private final Map<ActivityKind, RecordReader> readers = new EnumMap<>(ActivityKind.class);

    /**
     * A reader of these kinds.
     *
     * @throws IllegalArgumentException when a kind holds the data of another kind
     */
    public ActivityReader(Set<ActivityKind> kinds) {
        kinds.forEach(kind -> readers.put(kind, new RecordReader(kind)));
    }

    /**
     * Reads data from JSON in UTF-8.
     *
     * @throws IOException when it is not JSON, is too deeply nested, or goes on after its end
     * @throws InvalidActivityException when it breaks the limits of the kind
     */
    public ReadActivity read(ActivityKind kind, byte[] json) throws IOException, InvalidActivityException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "there are no data");
            }
            ReadActivity activity = read(kind, parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "the data go on after their end");
            }
            return activity;
        }
    }

    /**
     * Reads data that stand in a member of something else, which has the labels.
     *
     * @param member name of that member, which pointers of violations begin with
     * @throws IOException as {@link #read(ActivityKind, byte[])}
     * @throws InvalidActivityException as {@link #read(ActivityKind, byte[])}, and when there are labels
     */
    public Activity readWithin(String member, ActivityKind kind, byte[] json)
            throws IOException, InvalidActivityException {
        try {
            ReadActivity read = read(kind, json);
            if (read.labels().isEmpty()) {
                return read.activity();
            }
            throw new InvalidActivityException(List.of(new Violation(
                    Violation.Rule.UNKNOWN_MEMBER, "/" + Labels.MEMBER, null, "the labels stand beside the data")));
        } catch (InvalidActivityException e) {
            throw new InvalidActivityException(e.violations().stream()
                    .map(violation -> violation.within(member))
                    .toList());
        }
    }

    /**
     * Reads the value at whose first token the parser stands, and leaves the parser at its last token.
     *
     * @throws IOException when it is not JSON
     * @throws InvalidActivityException when it breaks the limits of the kind
     */
    public ReadActivity read(ActivityKind kind, JsonParser parser) throws IOException, InvalidActivityException {
        RecordReader reader = readers.get(kind);
        if (reader == null) {
            throw new IllegalArgumentException("this reader was not made for " + kind);
        }
        return reader.read(parser);
    }
}
