package dev.sillage.reporting.aggregate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sillage.footprint.ActivityData;
import dev.sillage.reporting.intake.BoundedText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a footprint was computed from.
 *
 * @param json the activity's data, byte for byte as the calculation kept them
 * @param provider as sent, bounded; empty when none was sent
 * @param model as sent, bounded; empty when none was sent
 * @param inputTokens zero when none were sent
 * @param outputTokens zero when none were sent
 */
public record Inputs(String json, String provider, String model, BigDecimal inputTokens, BigDecimal outputTokens) {
    static final int MAX_NAME_LENGTH = 120;

    private static final int MAX_TOKEN_DIGITS = 20;

    /**
     * Reads the object at whose first token the parser stands, and leaves the parser at its last.
     *
     * @param value the bytes that the parser reads
     * @return null when the object is larger than what is kept
     */
    static @Nullable Inputs read(JsonParser parser, byte[] value) throws IOException {
        int begin = position(parser) - 1;
        String provider = "";
        String model = "";
        BigDecimal inputTokens = BigDecimal.ZERO;
        BigDecimal outputTokens = BigDecimal.ZERO;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "provider" -> provider = name(parser);
                case "model" -> model = name(parser);
                case "inputTokens" -> inputTokens = count(parser);
                case "outputTokens" -> outputTokens = count(parser);
                default -> {
                    // Kept with the rest, unread.
                }
            }
            parser.skipChildren();
        }
        int length = position(parser) - begin;
        return length > ActivityData.MAX_BYTES
                ? null
                : new Inputs(
                        new String(value, begin, length, StandardCharsets.UTF_8),
                        provider,
                        model,
                        inputTokens,
                        outputTokens);
    }

    private static int position(JsonParser parser) {
        return Math.toIntExact(parser.currentLocation().getByteOffset());
    }

    private static String name(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? BoundedText.of(parser.getText(), MAX_NAME_LENGTH) : "";
    }

    /** An absurd count of tokens is none: it would only make every sum absurd. */
    private static BigDecimal count(JsonParser parser) throws IOException {
        if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
            return BigDecimal.ZERO;
        }
        BigDecimal count = parser.getDecimalValue();
        long digits = (long) count.precision() - count.scale();
        return count.signum() <= 0 || digits > MAX_TOKEN_DIGITS || count.precision() > MAX_TOKEN_DIGITS
                ? BigDecimal.ZERO
                : count;
    }
}
