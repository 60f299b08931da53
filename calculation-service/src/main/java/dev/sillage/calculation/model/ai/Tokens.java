package dev.sillage.calculation.model.ai;

import dev.sillage.activity.LlmInference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of an activity, made consistent: where parts are more than their total, the sender counted them beside it,
 * and they are added.
 *
 * @param read all tokens read, cached ones included
 * @param cached of these, from a cache
 * @param cacheCreation of these, to a cache
 * @param written all tokens written
 * @param warnings what had to be mended
 */
record Tokens(double read, double cached, double cacheCreation, double written, List<String> warnings) {

    static Tokens of(LlmInference activity) {
        double cached = count(activity.cachedInputTokens());
        double creation = count(activity.cacheCreationInputTokens());
        double reasoning = count(activity.reasoningTokens());
        double mediaIn = count(activity.imageInputTokens()) + count(activity.audioInputTokens());
        double mediaOut = count(activity.imageOutputTokens()) + count(activity.audioOutputTokens());
        double read = activity.inputTokens();
        double written = activity.outputTokens();
        if (cached + creation <= read && reasoning <= written && mediaIn + mediaOut == 0) {
            return new Tokens(read, cached, creation, written, List.of());
        }
        List<String> warnings = new ArrayList<>();
        if (mediaIn + mediaOut > 0) {
            warnings.add("multimodal-tokens");
        }
        if (mediaIn > read || mediaOut > written) {
            warnings.add("contradictory:media-tokens");
            read += mediaIn > read ? mediaIn : 0;
            written += mediaOut > written ? mediaOut : 0;
        }
        if (cached + creation > read) {
            warnings.add("contradictory:cached-tokens");
            read += cached + creation;
        }
        if (reasoning > written) {
            warnings.add("contradictory:reasoning-tokens");
            written += reasoning;
        }
        return new Tokens(read, cached, creation, written, warnings);
    }

    private static double count(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }
}
