package dev.sillage.calculation.read;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.read.Violation.Rule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads activities that were accepted once and come again to be computed. Safe for use by many threads. */
public final class LineReader {
    /** The member that holds the data of the activity. */
    public static final String DATA = "data";

    /** As long as the door takes attributes. */
    private static final TextReader ATTRIBUTE = new TextReader(500);

    private static final TextReader SHORT = new TextReader(64);

    private static final EnvelopeReader ENVELOPES = new EnvelopeReader(
            Map.of(
                    "source", ATTRIBUTE,
                    "id", ATTRIBUTE,
                    "subject", ATTRIBUTE,
                    "kind", SHORT,
                    "time", SHORT,
                    "acceptedAt", SHORT),
            Set.of("subject"),
            "warnings",
            DATA);

    private LineReader() {}

    /**
     * Reads all but the data.
     *
     * @throws IOException when it is not JSON, is too deeply nested, or goes on after its end
     * @throws InvalidActivityException when a member is missing, unknown or outside its limits
     */
    public static ReadLine read(byte[] json) throws IOException, InvalidActivityException {
        Envelope envelope = ENVELOPES.read(json);
        ActivityKind kind = ActivityKind.ofWireName(envelope.text("kind"))
                .orElseThrow(() -> invalid(Rule.NOT_ONE_OF, "kind", "must be the name of a kind"));
        return new ReadLine(
                envelope.text("source"),
                envelope.text("id"),
                kind,
                time(envelope, "time"),
                time(envelope, "acceptedAt"),
                envelope.optional("subject"),
                envelope.words(),
                envelope.labels(),
                envelope.data());
    }

    private static Instant time(Envelope envelope, String member) throws InvalidActivityException {
        Instant time = UtcTime.parse(envelope.text(member));
        if (time == null) {
            throw invalid(Rule.INVALID_TEXT, member, "must be an RFC 3339 time in UTC");
        }
        return time;
    }

    private static InvalidActivityException invalid(Rule rule, String member, String remedy) {
        return new InvalidActivityException(List.of(new Violation(rule, "/" + member, null, remedy)));
    }
}
