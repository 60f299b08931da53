package dev.sillage.reporting.activity;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.reporting.activity.CalculationService.Answer;
import dev.sillage.reporting.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Asks the calculation to compute a stored activity once more, with every step, and compares. */
@ApplicationScoped
class Explainer {
    private static final int OK = 200;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final CalculationService calculation;

    Explainer(CalculationService calculation) {
        this.calculation = calculation;
    }

    /**
     * The activity with an explanation, or with the reason why there is none.
     *
     * @param language as in the header {@code Accept-Language}
     * @param authorization header of the caller; null when there is none
     */
    ExplainedActivity explain(StoredActivity activity, String language, @Nullable String authorization) {
        String data = activity.data();
        if (data == null) {
            return ExplainedActivity.without(
                    activity,
                    ProblemType.INPUTS_NOT_KEPT,
                    "The data of this activity are not in the ledger, so that its figures cannot be computed again.");
        }
        Answer answer = calculation.estimate(request(activity, data), language, authorization);
        if (answer == null) {
            return ExplainedActivity.without(
                    activity,
                    ProblemType.CALCULATION_UNAVAILABLE,
                    "The stored figures stand; ask again in some seconds for their explanation.");
        }
        try {
            JsonNode body = JSON.readTree(answer.body());
            return answer.status() == OK && body.isObject()
                    ? explained(activity, answer.body(), body)
                    : refused(activity, body);
        } catch (JsonProcessingException e) {
            return refused(activity, null);
        }
    }

    private static ExplainedActivity explained(StoredActivity activity, String text, JsonNode body) {
        boolean agrees = Agreement.ofFigures(activity.figures(), body.path("figures"));
        return new ExplainedActivity(
                activity,
                text,
                agrees,
                Agreement.note(
                        agrees, activity.factorSet(), body.path("factorSet").asText("")),
                null);
    }

    private static ExplainedActivity refused(StoredActivity activity, @Nullable JsonNode problem) {
        String why = problem == null ? "" : problem.path("detail").asText("");
        return ExplainedActivity.without(
                activity, ProblemType.NOT_EXPLAINABLE, why.isEmpty() ? "It did not say why." : why);
    }

    private static String request(StoredActivity activity, String data) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("kind", activity.kind());
            json.writeStringField("time", activity.time().toString());
            json.writeStringField("methodology", activity.methodology());
            json.writeFieldName("data");
            json.writeRawValue(data);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory takes all characters", e);
        }
        return text.toString();
    }
}
