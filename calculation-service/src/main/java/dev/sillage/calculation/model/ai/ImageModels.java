package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Names;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the measured image model that a text names. A wrong model would be worse than the class of all. */
final class ImageModels {
    /** A distilled variant needs a few steps where its parent needs dozens. */
    private static final Pattern DISTILLED =
            Pattern.compile("turbo|lightning|lcm|hyper|schnell|flash|sprint|distill|few-step");

    private ImageModels() {}

    static Optional<String> find(String name, FactorView factors) {
        String bare = name.strip().toLowerCase(Locale.ROOT);
        String text = bare.substring(bare.lastIndexOf('/') + 1);
        return factors.catalogue()
                .names()
                .find(Names.Kind.IMAGE_MODEL, text)
                .filter(id ->
                        DISTILLED.matcher(text).find() == DISTILLED.matcher(id).find());
    }
}
