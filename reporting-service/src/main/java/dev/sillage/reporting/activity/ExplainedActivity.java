package dev.sillage.reporting.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sillage.reporting.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * An activity and why its figures are what they are, in the shape of its JSON.
 *
 * @param activity as it is in the ledger
 * @param explanation what {@code POST /v1/estimates} of the calculation answers now; absent when there is none
 * @param explanationAgrees whether its figures are the stored ones to the last digit; absent without explanation
 * @param explanationNote what the reader must know of it, when it was made otherwise than the stored figures
 * @param problem why there is no explanation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplainedActivity(
        @JsonUnwrapped StoredActivity activity,
        @JsonRawValue @Nullable String explanation,
        @Nullable Boolean explanationAgrees,
        @Nullable Note explanationNote,
        @Nullable NoExplanation problem) {

    /** A stable code, and a sentence. */
    record Note(String code, String detail) {}

    /** In the members of RFC 9457. */
    record NoExplanation(String type, String title, String detail) {}

    static ExplainedActivity without(StoredActivity activity, ProblemType type, String detail) {
        return new ExplainedActivity(
                activity, null, null, null, new NoExplanation(type.uri().toString(), type.title(), detail));
    }
}
