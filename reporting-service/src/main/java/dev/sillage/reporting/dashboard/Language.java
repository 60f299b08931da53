package dev.sillage.reporting.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that the page speaks. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    FRENCH(Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For formats and messages. */
    public Locale locale() {
        return locale;
    }

    /** The BCP 47 tag, for {@code lang} of the page and of its address. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The name that its readers call it by. */
    public String ownName() {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /**
     * The language asked for when the page speaks it, else the first that the browser accepts, else English.
     *
     * @param asked tag in the address
     * @param accepted languages of the browser, best first
     */
    public static Language of(@Nullable String asked, List<Locale> accepted) {
        return spoken(asked == null ? "" : asked)
                .or(() -> accepted.stream()
                        .map(each -> spoken(each.getLanguage()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(ENGLISH);
    }

    private static Optional<Language> spoken(String tag) {
        return Arrays.stream(values())
                .filter(each -> each.tag().equalsIgnoreCase(tag))
                .findFirst();
    }
}
