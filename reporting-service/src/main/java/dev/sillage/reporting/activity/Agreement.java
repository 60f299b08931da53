package dev.sillage.reporting.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sillage.reporting.activity.ExplainedActivity.Note;
import dev.sillage.reporting.activity.StoredActivity.UnitFigure;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether an explanation explains the stored figures, or others. */
final class Agreement {
    private Agreement() {}

    /** Whether both have the same criteria, and each bound is the same number to the last digit. */
    static boolean ofFigures(Map<String, UnitFigure> stored, JsonNode explained) {
        return explained.size() == stored.size()
                && stored.entrySet().stream()
                        .allMatch(figure -> isSame(figure.getValue(), explained.path(figure.getKey())));
    }

    /** What the reader must know; null when the explanation was made exactly as the figures. */
    static @Nullable Note note(boolean agrees, String storedFactorSet, String explainedFactorSet) {
        boolean sameFactors = storedFactorSet.equals(explainedFactorSet);
        if (sameFactors) {
            return agrees
                    ? null
                    : new Note(
                            "calculation-changed",
                            "The factor set is the same, but the calculation gives other figures than the stored ones:"
                                    + " its program has changed, or its factors were overridden since.");
        }
        String moved = "The factor set is " + explainedFactorSet + " now and was " + storedFactorSet
                + " when the figures were stored; ";
        return agrees
                ? new Note("factor-set-moved", moved + "the figures of this activity are the same by both.")
                : new Note(
                        "factor-set-changed",
                        moved + "the steps explain the figures by the new one, which differ from the stored ones.");
    }

    private static boolean isSame(UnitFigure stored, JsonNode explained) {
        return isSame(stored.low(), explained.path("low"))
                && isSame(stored.central(), explained.path("central"))
                && isSame(stored.high(), explained.path("high"));
    }

    private static boolean isSame(BigDecimal stored, JsonNode explained) {
        return explained.isNumber() && stored.compareTo(explained.decimalValue()) == 0;
    }
}
