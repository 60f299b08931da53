package dev.sillage.calculation.model.ai;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size of a frame.
 *
 * @param width pixels
 * @param height pixels
 */
record VideoSize(int width, int height) {
    private static final VideoSize USUAL = ofLines(720);
    private static final Map<String, Integer> LINES = Map.of(
            "hd", 720, "fhd", 1080, "fullhd", 1080, "qhd", 1440, "2k", 1440, "4k", 2160, "uhd", 2160, "8k", 4320);
    private static final Pattern NAMED = Pattern.compile("(\\d{2,4})p(?:\\d{1,3})?");
    private static final Pattern EXPLICIT = Pattern.compile("(\\d{1,5})\\s?[x×*]\\s?(\\d{1,5})");

    /** The size that is told as numbers, else as a name, else 1280 x 720 with a warning. */
    static VideoSize of(
            @Nullable Integer width, @Nullable Integer height, @Nullable String name, List<String> warnings) {
        VideoSize named = name == null ? null : named(name);
        VideoSize told = numbers(width, height, warnings);
        if (told != null && named != null && told.pixels() != named.pixels()) {
            warnings.add("contradictory:resolution");
        }
        if (told != null) {
            return told;
        }
        if (named == null) {
            warnings.add("resolution-fallback");
            return USUAL;
        }
        return named;
    }

    private static @Nullable VideoSize numbers(
            @Nullable Integer width, @Nullable Integer height, List<String> warnings) {
        if (width != null && height != null) {
            return new VideoSize(width, height);
        }
        if (height != null) {
            warnings.add("size-completed");
            return ofLines(height);
        }
        if (width != null) {
            warnings.add("size-completed");
            return new VideoSize(width, Math.max(1, width * 9 / 16));
        }
        return null;
    }

    private static @Nullable VideoSize named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        Matcher explicit = EXPLICIT.matcher(plain);
        if (explicit.matches()) {
            VideoSize size = new VideoSize(Integer.parseInt(explicit.group(1)), Integer.parseInt(explicit.group(2)));
            return size.pixels() > 0 ? size : null;
        }
        Matcher lines = NAMED.matcher(plain);
        if (lines.matches()) {
            VideoSize size = ofLines(Integer.parseInt(lines.group(1)));
            return size.pixels() > 0 ? size : null;
        }
        Integer known = LINES.get(plain);
        return known == null ? null : ofLines(known);
    }

    /** Sixteen to nine, as the named sizes are; the width is even, as encoders need it. */
    private static VideoSize ofLines(int lines) {
        return new VideoSize((int) Math.ceil(lines * 16 / 9.0 / 2) * 2, lines);
    }

    double pixels() {
        return (double) width * height;
    }
}
