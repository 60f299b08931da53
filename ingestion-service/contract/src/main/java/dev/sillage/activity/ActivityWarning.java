package dev.sillage.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a door had to assume when it made an activity out of something else, so that its footprint can say so. On the
 * topic it is the extension attribute {@link ActivityTopic#HEADER_WARNINGS}: codes with a space between them.
 */
public enum ActivityWarning {
    /** The provider was not told, or is none that the door knows. */
    PROVIDER_UNKNOWN(true),
    /** No model was told. */
    MODEL_MISSING(true),
    /** The sender left cached tokens out of the input; they were added. */
    INPUT_TOKENS_EXCLUSIVE_OF_CACHE(false),
    /** The sender told no input; zero stands for it. */
    INPUT_TOKENS_MISSING(false),
    /** The sender told no output; zero stands for it. */
    OUTPUT_TOKENS_MISSING(false),
    /** The sender did not tell the time; that of receipt stands for it. */
    TIME_ASSUMED(false),
    /** Metrics told the sums over several requests, and not each. */
    AGGREGATED(false),
    /** The sender did not tell how many requests the sums are of; one stands for them. */
    REQUEST_COUNT_MISSING(false);

    private final boolean shownByData;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    ActivityWarning(boolean shownByData) {
        this.shownByData = shownByData;
    }

    /** Whether the data themselves show it, so that whoever computes with them finds it again. */
    public boolean isShownByData() {
        return shownByData;
    }

    /** The code in warnings of results, for example {@code input-tokens-missing}. */
    public String code() {
        return code;
    }

    /** The value of the attribute. */
    public static String write(Collection<ActivityWarning> warnings) {
        return warnings.stream().map(ActivityWarning::code).collect(Collectors.joining(" "));
    }

    /** The warnings in a value of the attribute, each once; words that are none are passed over, for senders may set it too. */
    public static List<ActivityWarning> read(String value) {
        List<String> words = List.of(value.split(" ", -1));
        List<ActivityWarning> warnings = new ArrayList<>(1);
        for (ActivityWarning warning : values()) {
            if (words.contains(warning.code)) {
                warnings.add(warning);
            }
        }
        return warnings;
    }
}
