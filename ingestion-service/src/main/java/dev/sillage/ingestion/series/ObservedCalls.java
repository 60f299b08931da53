package dev.sillage.ingestion.series;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.ingestion.observation.Observation;
import dev.sillage.ingestion.observation.Quantity;
import dev.sillage.ingestion.observation.Window;
import dev.sillage.ingestion.otlp.ModelCall;
import dev.sillage.ingestion.otlp.Operation;
import dev.sillage.ingestion.otlp.UnixNanos;
import dev.sillage.ingestion.otlp.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one activity of what came to the series about the same calls. */
final class ObservedCalls {
    private static final int NANO_DIGITS = 9;

    private ObservedCalls() {}

    /** The calls, or null when no token was used. */
    static @Nullable ModelCall of(Observation observation, Window window, Counting counting) {
        Increments found = new Increments(counting.increments());
        boolean embedding = Operation.of(window.operation()) == Operation.EMBEDDING;
        Telling telling = counting.telling();
        Long input = telling == null ? null : found.sum(telling.input());
        Long output = telling == null ? null : found.sum(telling.output());
        if (orZero(input) + orZero(output) == 0) {
            return null;
        }
        Long calls = found.calls();
        String model = window.model();
        List<ActivityWarning> warnings = new ArrayList<>();
        warnings.add(ActivityWarning.AGGREGATED);
        warnIf(warnings, !window.providerKnown(), ActivityWarning.PROVIDER_UNKNOWN);
        warnIf(warnings, model == null, ActivityWarning.MODEL_MISSING);
        warnIf(warnings, input == null, ActivityWarning.INPUT_TOKENS_MISSING);
        warnIf(warnings, output == null && !embedding, ActivityWarning.OUTPUT_TOKENS_MISSING);
        warnIf(warnings, calls == null, ActivityWarning.REQUEST_COUNT_MISSING);
        return new ModelCall(
                id(observation, window, counting),
                embedding ? ActivityKind.EMBEDDING : ActivityKind.LLM_INFERENCE,
                UnixNanos.toInstant(window.timeUnixNanos()),
                window.provider(),
                model,
                window.requestModel(),
                new Usage(
                        input,
                        output,
                        found.tokens(Quantity.CACHE_READ),
                        found.tokens(Quantity.CACHE_CREATION),
                        found.tokens(Quantity.REASONING),
                        found.tokens(Quantity.IMAGE_INPUT),
                        found.tokens(Quantity.AUDIO_INPUT),
                        found.tokens(Quantity.AUDIO_OUTPUT),
                        false),
                0,
                calls,
                found.meanSeconds(),
                observation.labels(),
                warnings);
    }

    /** The same for the same increments, however often they are computed. */
    private static String id(Observation observation, Window window, Counting counting) {
        String id = String.join(
                ":",
                "otlpm",
                observation.service(),
                observation.instance(),
                window.provider(),
                window.model() == null ? "" : window.model(),
                window.operation(),
                String.valueOf(counting.fromUnixNanos()),
                String.valueOf(window.timeUnixNanos()));
        return counting.continued()
                ? id + ":"
                        + counting.increments().keySet().stream()
                                .map(quantity -> quantity.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("-"))
                        + ":" + Long.toHexString(counting.series())
                : id;
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    private static void warnIf(List<ActivityWarning> warnings, boolean holds, ActivityWarning warning) {
        if (holds) {
            warnings.add(warning);
        }
    }

    private record Increments(Map<Quantity, Increment> all) {
        @Nullable
        Long tokens(Quantity quantity) {
            Increment found = all.get(quantity);
            return found == null ? null : Long.valueOf(Math.round(found.sum()));
        }

        @Nullable
        Long sum(Set<Quantity> quantities) {
            Long sum = null;
            for (Quantity quantity : quantities) {
                Long tokens = tokens(quantity);
                sum = tokens == null ? sum : Long.valueOf(orZero(sum) + tokens);
            }
            return sum;
        }

        /** Both histograms count the calls; one of them may lack those that told only the other. */
        @Nullable
        Long calls() {
            long calls = Math.max(count(Quantity.INPUT), count(Quantity.OUTPUT));
            return calls == 0 ? null : Long.valueOf(calls);
        }

        private long count(Quantity quantity) {
            Increment found = all.get(quantity);
            return found == null ? 0 : orZero(found.count());
        }

        @Nullable
        BigDecimal meanSeconds() {
            Increment found = all.get(Quantity.DURATION);
            if (found == null || orZero(found.count()) == 0 || found.sum() <= 0) {
                return null;
            }
            BigDecimal mean = BigDecimal.valueOf(found.sum())
                    .divide(BigDecimal.valueOf(orZero(found.count())), NANO_DIGITS, RoundingMode.HALF_EVEN);
            return mean.signum() == 0 ? null : mean.stripTrailingZeros();
        }
    }
}
