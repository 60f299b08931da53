package dev.sillage.calculation.model.digital;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds how much data an hour of video is, by the name of its quality or by its height in lines. */
final class Definition {
    private static final Pattern LINES = Pattern.compile("(?:\\d{2,5} ?[x×] ?)?(\\d{2,5})[pi]?");

    private final String prefix;
    private final List<Step> steps;
    private final String usual;
    private final String warning;
    private final Map<String, String> byName = new HashMap<>();

    /** The definition that is used up to a height in lines. */
    private record Step(int upToLines, String id) {}

    private Definition(String prefix, List<Step> steps, String usual, String warning) {
        this.prefix = prefix;
        this.steps = steps;
        this.usual = usual;
        this.warning = warning;
    }

    /**
     * Of films and series. The table calls 480 to 720 lines SD and 1080 lines HD, and so it is here: at 720 lines one
     * provider's hour is 1.0 GB, nearer to SD (0.7 GB) than to HD (3 GB).
     */
    static Definition ofStreaming() {
        return new Definition(
                        "streaming",
                        List.of(
                                new Step(360, "low"),
                                new Step(720, "sd"),
                                new Step(1080, "hd"),
                                new Step(1440, "qhd"),
                                new Step(2160, "uhd")),
                        "hd",
                        "quality-fallback")
                .name("audio", "audio-only")
                .name("low", "ld")
                .name("sd", "medium")
                .name("hd", "fhd", "full hd", "full-hd", "fullhd", "high")
                .name("qhd", "2k")
                .name("uhd", "4k", "ultra hd", "ultra-hd", "ultrahd")
                .name("average", "auto", "mixed");
    }

    /** Of calls, where HD means 720 lines. */
    static Definition ofCalls() {
        return new Definition(
                        "videocall",
                        List.of(new Step(576, "sd"), new Step(720, "hd"), new Step(1080, "fhd"), new Step(2160, "4k")),
                        "hd",
                        "mode-fallback")
                .name("audio", "voice", "audio-only")
                .name("screen", "screen sharing", "screen-sharing")
                .name("sd")
                .name("hd")
                .name("fhd", "full hd", "full-hd", "fullhd")
                .name("4k", "uhd", "ultra hd", "ultra-hd", "ultrahd");
    }

    private Definition name(String id, String... others) {
        byName.put(id, id);
        for (String other : others) {
            byName.put(other, id);
        }
        return this;
    }

    /** Puts the data of an hour; of HD when no quality is named or the name is not known. */
    void put(String symbol, @Nullable String quality, Resolution resolution) {
        resolution.put(symbol, prefix + "." + find(quality, resolution) + ".volume");
    }

    private String find(@Nullable String quality, Resolution resolution) {
        if (quality == null || quality.isBlank()) {
            resolution.assume();
            return usual;
        }
        String name = Device.plain(quality);
        String named = byName.get(name);
        if (named != null) {
            return named;
        }
        Matcher matcher = LINES.matcher(name);
        if (matcher.matches()) {
            return ofLines(Integer.parseInt(matcher.group(1)), resolution);
        }
        resolution.fallback(warning);
        return usual;
    }

    private String ofLines(int lines, Resolution resolution) {
        for (Step step : steps) {
            if (lines <= step.upToLines) {
                return step.id;
            }
        }
        resolution.fallback(warning);
        return steps.get(steps.size() - 1).id;
    }
}
