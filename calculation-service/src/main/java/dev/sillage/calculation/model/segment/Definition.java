package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds how much data an hour of video is, by the name of its quality or by its height in lines. */
final class Definition {
    private static final Pattern LINES = Pattern.compile("(?:\\d{2,5} ?[x×] ?)?(\\d{2,5})[pi]?");

    private final Map<String, Factor> byName = new HashMap<>();
    private final List<Step> steps;
    private final Factor usual;
    private final String warning;

    /** The definition that is used up to a height in lines. */
    private record Step(int upToLines, Factor volume) {}

    private Definition(List<Step> steps, Factor usual, String warning) {
        this.steps = steps;
        this.usual = usual;
        this.warning = warning;
    }

    /**
     * Of films and series. The table calls 480 to 720 lines SD and 1080 lines HD, and so it is here: at 720 lines one
     * provider's hour is 1.0 GB, nearer to SD (0.7 GB) than to HD (3 GB).
     */
    static Definition ofStreaming(FactorCatalogue catalogue) {
        Factor low = catalogue.factor("streaming.low.volume");
        Factor sd = catalogue.factor("streaming.sd.volume");
        Factor hd = catalogue.factor("streaming.hd.volume");
        Factor qhd = catalogue.factor("streaming.qhd.volume");
        Factor uhd = catalogue.factor("streaming.uhd.volume");
        Definition definition = new Definition(
                List.of(
                        new Step(360, low),
                        new Step(720, sd),
                        new Step(1080, hd),
                        new Step(1440, qhd),
                        new Step(2160, uhd)),
                hd,
                "quality-fallback");
        definition.name(low, "low", "ld");
        definition.name(sd, "sd", "medium");
        definition.name(hd, "hd", "fhd", "full hd", "full-hd", "fullhd", "high");
        definition.name(qhd, "qhd", "2k");
        definition.name(uhd, "uhd", "4k", "ultra hd", "ultra-hd", "ultrahd");
        return definition;
    }

    /** Of calls, where HD means 720 lines. */
    static Definition ofCalls(FactorCatalogue catalogue) {
        Factor audio = catalogue.factor("videocall.audio.volume");
        Factor sd = catalogue.factor("videocall.sd.volume");
        Factor hd = catalogue.factor("videocall.hd.volume");
        Factor fhd = catalogue.factor("videocall.fhd.volume");
        Factor uhd = catalogue.factor("videocall.4k.volume");
        Definition definition = new Definition(
                List.of(new Step(576, sd), new Step(720, hd), new Step(1080, fhd), new Step(2160, uhd)),
                hd,
                "mode-fallback");
        definition.name(audio, "audio", "voice", "audio-only");
        definition.name(sd, "sd");
        definition.name(hd, "hd");
        definition.name(fhd, "fhd", "full hd", "full-hd", "fullhd");
        definition.name(uhd, "4k", "uhd", "ultra hd", "ultra-hd", "ultrahd");
        return definition;
    }

    private void name(Factor volume, String... names) {
        for (String name : names) {
            byName.put(name, volume);
        }
    }

    /** GB per hour; of HD when no quality is named or the name is not known. */
    Factor find(@Nullable String quality, Assumptions assumptions) {
        if (quality == null || quality.isBlank()) {
            assumptions.usual();
            return usual;
        }
        String name = quality.strip().toLowerCase(Locale.ROOT);
        Factor named = byName.get(name);
        if (named != null) {
            return named;
        }
        OptionalInt lines = lines(name);
        if (lines.isEmpty()) {
            assumptions.fallback(warning);
            return usual;
        }
        return ofLines(lines.getAsInt(), assumptions);
    }

    private Factor ofLines(int lines, Assumptions assumptions) {
        for (Step step : steps) {
            if (lines <= step.upToLines) {
                return step.volume;
            }
        }
        assumptions.fallback(warning);
        return steps.get(steps.size() - 1).volume;
    }

    private static OptionalInt lines(String name) {
        Matcher matcher = LINES.matcher(name);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
