package dev.sillage.reporting.dashboard;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark; kept in a cookie so that the page arrives in it and never flashes in the other. */
public enum Theme {
    /** As the device says. */
    AUTO,
    LIGHT,
    DARK;

    /** The name of the cookie. */
    public static final String COOKIE = "sillage-theme";

    /** The value of {@code data-theme}. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of the cookie; anything else means that the reader has not chosen. */
    public static Theme of(@Nullable String cookie) {
        return Arrays.stream(values())
                .filter(each -> each.attribute().equals(cookie))
                .findFirst()
                .orElse(AUTO);
    }
}
