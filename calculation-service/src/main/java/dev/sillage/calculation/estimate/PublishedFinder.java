package dev.sillage.calculation.estimate;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.PublishedFigure;
import dev.sillage.calculation.model.Footprint;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the published figures that are worth reading beside an estimate: nearest first, and not too many. */
@Singleton
class PublishedFinder {
    private static final int MOST = 12;
    private static final Map<ActivityKind, Set<String>> MODALITIES = Map.of(
            ActivityKind.LLM_INFERENCE, Set.of("text", "multimodal"),
            ActivityKind.IMAGE_GENERATION, Set.of("image"),
            ActivityKind.VIDEO_GENERATION, Set.of("video"));

    private static final String SAME_MODEL = "same-model";
    private static final String SAME_PROVIDER = "same-provider";
    private static final String SAME_KIND = "same-kind";

    /** What a name may have behind the model itself: a date, a form of delivery. */
    private static final Pattern DECORATION = Pattern.compile("\\d{2,}|latest|preview|instruct|it|fp8|bf16|v\\d");

    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    private final FactorCatalogue factors;

    PublishedFinder(FactorCatalogue factors) {
        this.factors = factors;
    }

    /** Null for a kind of which nobody publishes figures. */
    @Nullable
    List<PublishedBeside> beside(ActivityKind kind, Footprint footprint) {
        Set<String> modalities = MODALITIES.get(kind);
        if (modalities == null) {
            return null;
        }
        List<PublishedFigure> figures = factors.published().figures().stream()
                .filter(figure -> modalities.contains(figure.modality()))
                .toList();
        return Stream.of(SAME_MODEL, SAME_PROVIDER, SAME_KIND)
                .flatMap(relation -> figures.stream()
                        .filter(figure -> relation.equals(relation(figure, footprint)))
                        .map(figure -> PublishedBeside.of(relation, figure)))
                .limit(MOST)
                .toList();
    }

    private static String relation(PublishedFigure figure, Footprint footprint) {
        String model = footprint.model();
        if (model != null && isSameModel(figure.model(), model)) {
            return SAME_MODEL;
        }
        String provider = footprint.provider();
        return provider != null && isSameCompany(figure.publisher(), provider) ? SAME_PROVIDER : SAME_KIND;
    }

    static boolean isSameModel(String published, String resolved) {
        List<String> first = words(published.substring(published.lastIndexOf('/') + 1));
        List<String> second = words(resolved.substring(resolved.lastIndexOf('/') + 1));
        List<String> shorter = first.size() <= second.size() ? first : second;
        List<String> longer = first.size() <= second.size() ? second : first;
        return !shorter.isEmpty()
                && longer.subList(0, shorter.size()).equals(shorter)
                && longer.subList(shorter.size(), longer.size()).stream()
                        .allMatch(word -> DECORATION.matcher(word).matches());
    }

    private static boolean isSameCompany(String publisher, String provider) {
        String first = String.join("", words(publisher));
        String second = String.join("", words(provider));
        return !first.isEmpty() && !second.isEmpty() && (first.startsWith(second) || second.startsWith(first));
    }

    private static List<String> words(String name) {
        return Arrays.stream(BETWEEN.split(name.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
