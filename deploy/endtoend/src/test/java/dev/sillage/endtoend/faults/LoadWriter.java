package dev.sillage.endtoend.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sillage.activity.ActivityKind;
import dev.sillage.endtoend.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of one lane: new ones of every kind, copies, other contents under known ids, corrections and
 * retractions, some before what they mean, and events that cannot be computed. Two events that say different things of
 * one id are never in the same request, so that there is no doubt which of them was acknowledged last.
 */
final class LoadWriter {
    private static final int LANES = 3;
    private static final int FEWEST_REQUESTS = 12;
    private static final int MORE_REQUESTS = 10;
    private static final int MOST_EVENTS = 60;
    private static final int FEWEST_PAUSE_MILLIS = 50;
    private static final int MORE_PAUSE_MILLIS = 400;

    private final Random random;
    private final Instant before;
    private final String source;
    private final String application;
    private final String lane;
    private final Truth truth;
    private final List<String> written = new ArrayList<>();
    /** Ids that something may be said of again, each with the request that said something last. */
    private final Map<String, Integer> saidIn = new HashMap<>();

    private final List<String> known = new ArrayList<>();
    private final Map<String, Set<String>> contents = new HashMap<>();
    private final List<Awaited> awaited = new ArrayList<>();
    private int request;
    private int ids;

    private LoadWriter(Random random, Instant before, String source, String application, String lane, Truth truth) {
        this.random = random;
        this.before = before;
        this.source = source;
        this.application = application;
        this.lane = lane;
        this.truth = truth;
    }

    static Load write(Random random, Instant before, String source, String application) {
        Truth truth = new Truth();
        List<List<Load.Request>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(new LoadWriter(random, before, source, application, "abc".substring(lane, lane + 1), truth)
                    .requests());
        }
        return new Load(source, application, lanes, truth);
    }

    private List<Load.Request> requests() {
        List<Load.Request> requests = new ArrayList<>();
        for (int left = FEWEST_REQUESTS + random.nextInt(MORE_REQUESTS); left >= 0; left--) {
            request++;
            List<String> lines = new ArrayList<>();
            if (left == 0 || random.nextBoolean()) {
                bringAwaited(lines);
            }
            for (int events = 1 + random.nextInt(MOST_EVENTS); events > 0; events--) {
                lines.add(event());
            }
            written.addAll(lines);
            requests.add(new Load.Request(
                    lines.size(), String.join("\n", lines), FEWEST_PAUSE_MILLIS + random.nextInt(MORE_PAUSE_MILLIS)));
        }
        return requests;
    }

    /** The activities whose correction came in an earlier request. */
    private void bringAwaited(List<String> lines) {
        awaited.removeIf(late -> {
            if (saidIn.getOrDefault(late.id(), 0) >= request) {
                return false;
            }
            lines.add(late.line());
            saidIn.put(late.id(), request);
            return true;
        });
    }

    private String event() {
        int dice = random.nextInt(100);
        if (dice < 10 && !written.isEmpty()) {
            return written.get(random.nextInt(written.size()));
        }
        if (dice < 15) {
            String id = earlier();
            return id != null && contents.containsKey(id) ? otherContent(id) : activity();
        }
        if (dice < 22) {
            String id = earlier();
            return id == null ? activity() : correction(id);
        }
        if (dice < 26) {
            String id = earlier();
            return id == null ? activity() : retraction(id);
        }
        if (dice < 28) {
            return correctionBeforeItsActivity();
        }
        if (dice < 31) {
            return avoidance("Tachograph export, " + ids + ".", truth.avoidances);
        }
        return dice < 33 ? poison() : activity();
    }

    /** An id of which an earlier request said something last, if chance finds one; then this one does. */
    private @Nullable String earlier() {
        if (known.isEmpty()) {
            return null;
        }
        String id = known.get(random.nextInt(known.size()));
        if (saidIn.getOrDefault(id, 0) >= request) {
            return null;
        }
        saidIn.put(id, request);
        return id;
    }

    private String activity() {
        String id = newId();
        ToldActivity told = ToldActivity.any(random, before);
        know(id);
        String line = activity(id, told);
        contents.put(id, new HashSet<>(Set.of(line)));
        truth.standing.put(id, told);
        truth.reported++;
        return line;
    }

    private String otherContent(String id) {
        String line = activity(id, ToldActivity.any(random, before));
        if (Objects.requireNonNull(contents.get(id)).add(line)) {
            truth.conflicts++;
        }
        return line;
    }

    private String correctionBeforeItsActivity() {
        String id = newId();
        awaited.add(new Awaited(id, activity(id, ToldActivity.any(random, before))));
        truth.late++;
        know(id);
        return correction(id);
    }

    private String correction(String id) {
        ToldActivity told = ToldActivity.any(random, before);
        truth.retracted.remove(id);
        truth.standing.put(id, told);
        truth.amended++;
        return correction(newId(), id, told);
    }

    private String retraction(String id) {
        truth.standing.remove(id);
        truth.retracted.add(id);
        truth.amended++;
        ObjectNode data =
                Api.JSON.createObjectNode().put("retractedSource", source).put("retractedId", id);
        return line(newId(), ActivityKind.RETRACTION, before, data);
    }

    /** The door takes any text for evidence, the calculation none that says nothing; and nobody can correct such. */
    private String poison() {
        if (random.nextBoolean()) {
            return avoidance("n/a", truth.setAside);
        }
        String id = newId();
        truth.setAside.add(id);
        return correction(id, "nothing-" + id, ActivityKind.AVOIDANCE.wireName(), avoidanceData("A meter."), before);
    }

    private String avoidance(String evidence, Set<String> ids) {
        String id = newId();
        ids.add(id);
        if (ids == truth.avoidances) {
            truth.reported++;
        }
        ObjectNode data = avoidanceData(evidence);
        data.putObject("labels").put("application", application);
        return line(id, ActivityKind.AVOIDANCE, before, data);
    }

    private ObjectNode avoidanceData(String evidence) {
        return Api.JSON
                .createObjectNode()
                .put("lever", "logistics")
                .put("referenceQuantity", 1_000 + random.nextInt(500))
                .put("solutionQuantity", 900)
                .put("unit", "litre")
                .put("reference", "The year before.")
                .put("evidence", evidence)
                .put("rebound", "None.")
                .put("tier", "3");
    }

    private String activity(String id, ToldActivity told) {
        ObjectNode data = told.data();
        data.set("labels", told.labels(application));
        return line(id, told.activity().kind(), told.time(), data);
    }

    private String correction(String id, String meant, ToldActivity told) {
        ObjectNode data = correctionData(meant, told.kind(), told.data());
        data.set("labels", told.labels(application));
        return line(id, ActivityKind.CORRECTION, told.time(), data);
    }

    private String correction(String id, String meant, String kind, JsonNode replacement, Instant time) {
        return line(id, ActivityKind.CORRECTION, time, correctionData(meant, kind, replacement));
    }

    private ObjectNode correctionData(String meant, String kind, JsonNode replacement) {
        ObjectNode data = Api.JSON
                .createObjectNode()
                .put("correctedSource", source)
                .put("correctedId", meant)
                .put("correctedKind", kind);
        data.set("replacement", replacement);
        return data;
    }

    private String line(String id, ActivityKind kind, Instant time, JsonNode data) {
        ObjectNode event = Api.JSON
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", kind.type())
                .put("time", time.toString());
        event.set("data", data);
        return event.toString();
    }

    private void know(String id) {
        known.add(id);
        saidIn.put(id, request);
    }

    private String newId() {
        return lane + ids++;
    }

    /** An activity that comes later than its correction. */
    private record Awaited(String id, String line) {}
}
