package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels that a query gives to all activities of a request. */
public final class LabelParameters {
    private LabelParameters() {}

    /**
     * By name.
     *
     * @param labels each as {@code name:value}
     * @throws RequestRefusedException when a label has another form
     */
    public static Map<String, String> of(List<String> labels) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String label : labels) {
            int colon = label.indexOf(':');
            if (colon <= 0 || byName.put(label.substring(0, colon), label.substring(colon + 1)) != null) {
                throw new RequestRefusedException(
                        ProblemType.INVALID_LABELS,
                        "A parameter label is not of the form name:value, or occurs twice.");
            }
        }
        return byName;
    }
}
