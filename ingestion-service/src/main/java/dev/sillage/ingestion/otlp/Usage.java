package dev.sillage.ingestion.otlp;

import dev.sillage.ingestion.problem.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one call as the attributes tell them; null where they do not.
 *
 * @param input read, cached ones included
 * @param output written, reasoning included
 * @param cacheRead part of the input
 * @param cacheCreation part of the input
 * @param reasoning part of the output
 * @param imageInput part of the input
 * @param audioInput part of the input
 * @param audioOutput part of the output
 * @param exclusive whether the sender left cached tokens out of the input, where they now are
 */
public record Usage(
        @Nullable Long input,
        @Nullable Long output,
        @Nullable Long cacheRead,
        @Nullable Long cacheCreation,
        @Nullable Long reasoning,
        @Nullable Long imageInput,
        @Nullable Long audioInput,
        @Nullable Long audioOutput,
        boolean exclusive) {
    private static final List<SpanAttribute> INPUT_PARTS = List.of(
            SpanAttribute.TEXT_INPUT, SpanAttribute.IMAGE_INPUT, SpanAttribute.AUDIO_INPUT, SpanAttribute.VIDEO_INPUT);
    private static final List<SpanAttribute> OUTPUT_PARTS =
            List.of(SpanAttribute.TEXT_OUTPUT, SpanAttribute.AUDIO_OUTPUT);

    /**
     * @param operation of an embedding all tokens are input
     * @throws ItemRefusedException when a count is negative or no count, or only the sum of input and output is told
     */
    static Usage of(AttributeReader<SpanAttribute> span, Operation operation) {
        Long input = orSum(span, SpanAttribute.INPUT_TOKENS, INPUT_PARTS);
        Long output = orSum(span, SpanAttribute.OUTPUT_TOKENS, OUTPUT_PARTS);
        Long total = span.count(SpanAttribute.TOTAL_TOKENS);
        if (total != null) {
            if (input == null && output == null && operation != Operation.EMBEDDING) {
                throw new ItemRefusedException(
                        ProblemType.MISSING_MEMBER,
                        "Only the total of the tokens is told; input and output must be told apart.");
            }
            input = input == null ? remainder(total, output) : input;
            output = output == null ? remainder(total, input) : output;
        }
        Long cacheRead = span.count(SpanAttribute.CACHE_READ);
        Long cacheCreation = span.count(SpanAttribute.CACHE_CREATION);
        long cached = plus(orZero(cacheRead), orZero(cacheCreation));
        boolean exclusive = input != null && cached > input;
        if (exclusive || (input == null && cached > 0)) {
            input = plus(orZero(input), cached);
        }
        return new Usage(
                input,
                output,
                cacheRead,
                cacheCreation,
                span.count(SpanAttribute.REASONING),
                span.count(SpanAttribute.IMAGE_INPUT),
                span.count(SpanAttribute.AUDIO_INPUT),
                span.count(SpanAttribute.AUDIO_OUTPUT),
                exclusive);
    }

    /** Whether nothing at all is told, as when the call failed. */
    public boolean isEmpty() {
        return input == null && output == null;
    }

    private static @Nullable Long orSum(
            AttributeReader<SpanAttribute> span, SpanAttribute whole, List<SpanAttribute> parts) {
        Long sum = span.count(whole);
        if (sum == null) {
            for (SpanAttribute part : parts) {
                Long count = span.count(part);
                sum = count == null ? sum : Long.valueOf(plus(orZero(sum), count));
            }
        }
        return sum;
    }

    private static long remainder(long total, @Nullable Long other) {
        return Math.max(0, total - orZero(other));
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /** A sum beyond 64 bits stays out of every range. */
    private static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
