package dev.sillage.ingestion.otlp;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.ingestion.problem.ProblemType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which spans count and as what. One span of a billable operation is one activity; the spans of agents, workflows
 * and tools around it never count, for their usage is a sum of that of the calls.
 */
final class SpanRules {
    private static final String IMAGE = "image";
    private static final String UNKNOWN_PROVIDER = "unknown";
    private static final int NANO_DIGITS = 9;

    private final Providers providers = new Providers();

    /** What a span comes to. */
    sealed interface Verdict {
        /** An activity. */
        record Counted(ModelCall call) implements Verdict {}

        /**
         * None of ours: no call to a model, or one that used nothing.
         *
         * @param hasUsage whether tokens are told for an operation that is unknown here
         */
        record Ignored(boolean hasUsage) implements Verdict {}
    }

    /**
     * @param labels of the resource that sent the span
     * @throws ItemRefusedException when the span is a call to a model, but says something that cannot be
     */
    Verdict judge(Span span, Map<String, String> labels) {
        AttributeReader<SpanAttribute> reader = new AttributeReader<>(span.attributes());
        String operationName = reader.textIfAny(SpanAttribute.OPERATION);
        Operation operation = operationName == null ? Operation.UNKNOWN : Operation.of(operationName.strip());
        if (operation == Operation.NOT_COUNTED || operation == Operation.UNKNOWN) {
            return new Verdict.Ignored(operation == Operation.UNKNOWN && hasUsage(span));
        }
        Usage usage = Usage.of(reader, operation);
        ActivityKind kind = kind(operation, reader.textIfAny(SpanAttribute.OUTPUT_TYPE));
        boolean worked = kind == ActivityKind.IMAGE_GENERATION && !span.failed() && !has(span, SpanAttribute.ERROR);
        if (usage.isEmpty() && !worked) {
            return new Verdict.Ignored(false);
        }
        return new Verdict.Counted(call(span, reader, kind, usage, labels));
    }

    private ModelCall call(
            Span span,
            AttributeReader<SpanAttribute> reader,
            ActivityKind kind,
            Usage usage,
            Map<String, String> labels) {
        if (!span.isIdentified()) {
            throw new ItemRefusedException(
                    ProblemType.INVALID_SPAN_ID, "The trace id or the span id is missing, zero or of another length.");
        }
        List<ActivityWarning> warnings = new ArrayList<>(0);
        String told = reader.text(SpanAttribute.PROVIDER);
        String provider = told == null ? UNKNOWN_PROVIDER : told;
        String known = providers.find(provider).orElse(null);
        String requestModel = reader.text(SpanAttribute.REQUEST_MODEL);
        String responseModel = reader.text(SpanAttribute.RESPONSE_MODEL);
        String model = responseModel == null ? requestModel : responseModel;
        warnIf(warnings, known == null, ActivityWarning.PROVIDER_UNKNOWN);
        warnIf(warnings, model == null, ActivityWarning.MODEL_MISSING);
        warnIf(warnings, usage.exclusive(), ActivityWarning.INPUT_TOKENS_EXCLUSIVE_OF_CACHE);
        boolean countsTokens = kind != ActivityKind.IMAGE_GENERATION;
        warnIf(warnings, countsTokens && usage.input() == null, ActivityWarning.INPUT_TOKENS_MISSING);
        warnIf(
                warnings,
                kind == ActivityKind.LLM_INFERENCE && usage.output() == null,
                ActivityWarning.OUTPUT_TOKENS_MISSING);
        return new ModelCall(
                span.activityId(),
                kind,
                end(span),
                known == null ? provider : known,
                model,
                requestModel,
                usage,
                countsTokens ? 0 : images(reader),
                null,
                duration(span),
                labels,
                List.copyOf(warnings));
    }

    private static long images(AttributeReader<SpanAttribute> reader) {
        Long choices = reader.count(SpanAttribute.CHOICE_COUNT);
        return choices == null ? 1 : choices;
    }

    private static ActivityKind kind(Operation operation, @Nullable String outputType) {
        if (operation == Operation.EMBEDDING) {
            return ActivityKind.EMBEDDING;
        }
        return outputType != null && outputType.strip().toLowerCase(Locale.ROOT).equals(IMAGE)
                ? ActivityKind.IMAGE_GENERATION
                : ActivityKind.LLM_INFERENCE;
    }

    private static Instant end(Span span) {
        if (span.endUnixNanos() <= 0) {
            throw new ItemRefusedException(ProblemType.INVALID_TIME, "The span has no end time.");
        }
        return UnixNanos.toInstant(span.endUnixNanos());
    }

    /** A span that ends before it starts, or without a start, has no duration that could be used. */
    private static @Nullable BigDecimal duration(Span span) {
        boolean isMeasured = span.startUnixNanos() > 0 && span.endUnixNanos() > span.startUnixNanos();
        return isMeasured
                ? BigDecimal.valueOf(span.endUnixNanos() - span.startUnixNanos(), NANO_DIGITS)
                        .stripTrailingZeros()
                : null;
    }

    private static boolean hasUsage(Span span) {
        return has(span, SpanAttribute.INPUT_TOKENS) || has(span, SpanAttribute.OUTPUT_TOKENS);
    }

    private static boolean has(Span span, SpanAttribute attribute) {
        return span.attributes().has(attribute);
    }

    private static void warnIf(List<ActivityWarning> warnings, boolean holds, ActivityWarning warning) {
        if (holds) {
            warnings.add(warning);
        }
    }
}
