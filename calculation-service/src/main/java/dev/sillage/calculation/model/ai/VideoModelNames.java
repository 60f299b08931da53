package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.VideoModel;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a closed video model under the names that its services use: other punctuation, versions and dates behind it. */
final class VideoModelNames {
    private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]+");

    /** A release and not another model: {@code -generate-001}, {@code -preview}, {@code -20250815}. */
    private static final Pattern RELEASE =
            Pattern.compile("-(?:generate|preview|latest|exp|\\d{3}|\\d{6}|\\d{8}|\\d{4}-\\d{2}-\\d{2})$");

    private VideoModelNames() {}

    static Optional<VideoModel> find(String name, FactorCatalogue catalogue) {
        Optional<VideoModel> exact = catalogue.videoModels().find(name);
        if (exact.isPresent()) {
            return exact;
        }
        String wanted = plain(name);
        while (true) {
            String candidate = wanted;
            Optional<VideoModel> found = catalogue.videoModels().all().stream()
                    .filter(model -> plain(model.id()).equals(candidate))
                    .findFirst();
            String shorter = RELEASE.matcher(wanted).replaceFirst("");
            if (found.isPresent() || shorter.equals(wanted)) {
                return found;
            }
            wanted = shorter;
        }
    }

    private static String plain(String name) {
        String bare = name.strip().toLowerCase(Locale.ROOT);
        return PUNCTUATION.matcher(bare.substring(bare.lastIndexOf('/') + 1)).replaceAll("-");
    }
}
