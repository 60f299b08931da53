package dev.sillage.local.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The account of one run.
 *
 * @param sent events sent
 * @param accepted of these, taken at the door
 * @param refused of these
 * @param counts what became of them
 * @param totals the sums of the period of the events
 * @param duration from the first request until the last event was reported
 */
public record Summary(long sent, long accepted, long refused, Counts counts, Totals totals, Duration duration) {

    /**
     * The account of what the door answered and what the report counted in the same time.
     *
     * <p>When requests were repeated because their answer was lost, the door may have accepted their events more than
     * once. Only the topic knows, so then its count is taken, and what it has more counts as sent as well.
     */
    public static Summary of(
            long sent, long accepted, long refused, boolean repeated, Counts counts, Totals totals, Duration duration) {
        long unanswered = repeated ? Math.max(0, counts.accepted() - accepted) : 0;
        return new Summary(sent + unanswered, accepted + unanswered, refused, counts, totals, duration);
    }

    /** The equations that do not hold, each in a sentence; none when the account is right. */
    public List<String> contradictions() {
        List<String> wrong = new ArrayList<>();
        check(wrong, "accepted + refused = sent", accepted + refused, sent);
        check(wrong, "computed + deadLettered = accepted", counts.computed() + counts.deadLettered(), accepted);
        check(wrong, "reported + duplicates = computed", counts.reported() + counts.duplicates(), counts.computed());
        return wrong;
    }

    /** One line of JSON. */
    public String toJson() {
        ObjectNode json = Report.JSON.createObjectNode();
        json.put("sent", sent);
        json.put("accepted", accepted);
        json.put("refused", refused);
        json.put("duplicates", counts.duplicates());
        json.put("computed", counts.computed());
        json.put("reported", counts.reported());
        json.put("deadLettered", counts.deadLettered());
        json.set("totals", Report.JSON.valueToTree(totals.byKind()));
        json.put("seconds", seconds());
        json.put("eventsPerSecond", eventsPerSecond());
        try {
            return Report.JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary that is no JSON", e);
        }
    }

    private BigDecimal seconds() {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }

    private BigDecimal eventsPerSecond() {
        return seconds().signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(sent).divide(seconds(), 1, RoundingMode.HALF_UP);
    }

    private static void check(List<String> wrong, String equation, long left, long right) {
        if (left != right) {
            wrong.add(equation + " does not hold: " + left + " is not " + right);
        }
    }
}
