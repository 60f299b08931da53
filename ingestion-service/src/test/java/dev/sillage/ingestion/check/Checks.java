package dev.sillage.ingestion.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.activity.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs the check on texts and shows what it found as {@code code pointer}. */
final class Checks {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final CheckLimits LIMITS = new CheckLimits(
            256 * 1024, 16, 500, 16, 256, 10, Instant.parse("2000-01-01T00:00:00Z"), Duration.ofHours(24));

    private static final EventCheck CHECK = new EventCheck(LIMITS);

    private Checks() {}

    static Outcome outcome(String event) {
        return outcome(event.getBytes(UTF_8));
    }

    static Outcome outcome(byte[] event) {
        return CHECK.check(new Slice(event, 0, event.length), NOW);
    }

    /** Empty when the event is accepted. */
    static List<String> findings(String event) {
        Outcome outcome = outcome(event);
        if (outcome instanceof Outcome.Refused refused) {
            return refused.findings().stream()
                    .map(finding -> finding.type().code() + " " + finding.pointer())
                    .toList();
        }
        return outcome instanceof Outcome.Malformed ? List.of("malformed-json") : List.of();
    }

    static List<String> findings(ActivityKind kind, String data) {
        return findings(event(kind, data));
    }

    static String event(ActivityKind kind, String data) {
        return envelope("\"type\":\"" + kind.type() + "\",\"data\":" + data);
    }

    /** The same with {@code data} before {@code type}, which makes the check look at it a second time. */
    static String eventDataFirst(ActivityKind kind, String data) {
        return envelope("\"data\":" + data + ",\"type\":\"" + kind.type() + "\"");
    }

    static String envelope(String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"i\",\"source\":\"/s\",\"time\":\"2026-11-23T09:30:00Z\"," + more
                + "}";
    }
}
