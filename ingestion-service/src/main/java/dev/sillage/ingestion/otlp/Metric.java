package dev.sillage.ingestion.otlp;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The metrics that are read: those of the semantic conventions for generative AI 1.41, and the counters that are to
 * replace the first of them (announced in semantic-conventions-genai, not released).
 */
enum Metric {
    TOKEN_USAGE("gen_ai.client.token.usage", true),
    DURATION("gen_ai.client.operation.duration", true),
    TOKENS("gen_ai.client.inference.tokens", false),
    INPUT_BY_CACHE("gen_ai.client.inference.input_tokens_by_cache", false),
    OUTPUT_BY_PHASE("gen_ai.client.inference.output_tokens_by_phase", false);

    private static final Map<String, Metric> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Metric::otelName, Function.identity()));

    private final String otelName;
    private final boolean histogram;

    Metric(String otelName, boolean histogram) {
        this.otelName = otelName;
        this.histogram = histogram;
    }

    static @Nullable Metric of(String name) {
        return BY_NAME.get(name);
    }

    String otelName() {
        return otelName;
    }

    /** A histogram, plain or exponential; else a sum that only grows. */
    boolean isHistogram() {
        return histogram;
    }
}
