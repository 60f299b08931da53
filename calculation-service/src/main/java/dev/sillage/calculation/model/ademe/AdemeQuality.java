package dev.sillage.calculation.model.ademe;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The qualities of the reference and the names that mean them. */
final class AdemeQuality {
    private static final Map<String, String> FILMS = Map.ofEntries(
            Map.entry("low", "sd"),
            Map.entry("sd", "sd"),
            Map.entry("480p", "sd"),
            Map.entry("720p", "sd"),
            Map.entry("hd", "hd"),
            Map.entry("fhd", "hd"),
            Map.entry("1080p", "hd"),
            Map.entry("uhd", "uhd"),
            Map.entry("4k", "uhd"),
            Map.entry("ultra hd", "uhd"),
            Map.entry("2160p", "uhd"));
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("audio", "audio"),
            Map.entry("sd", "sd"),
            Map.entry("480p", "sd"),
            Map.entry("hd", "hd"),
            Map.entry("720p", "hd"),
            Map.entry("fhd", "hd"),
            Map.entry("1080p", "hd"),
            Map.entry("4k", "4k"),
            Map.entry("uhd", "4k"),
            Map.entry("ultra hd", "4k"),
            Map.entry("2160p", "4k"));

    private AdemeQuality() {}

    /** HD when none is told. */
    static void ofFilm(@Nullable String quality, AdemeFactors factors) {
        factors.put("v", "ademe.streaming." + find(quality, FILMS, "hd", "quality-fallback", factors) + ".volume");
    }

    /** SD when none is told. */
    static void ofCall(@Nullable String mode, AdemeFactors factors) {
        factors.put("v", "ademe.videocall." + find(mode, CALLS, "sd", "mode-fallback", factors) + ".volume");
    }

    private static String find(
            @Nullable String name, Map<String, String> known, String usual, String warning, AdemeFactors factors) {
        if (name == null || name.isBlank()) {
            return usual;
        }
        String found = known.get(name.strip().toLowerCase(Locale.ROOT));
        if (found == null) {
            factors.warn(warning);
            return usual;
        }
        return found;
    }
}
