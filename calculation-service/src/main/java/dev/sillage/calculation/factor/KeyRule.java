package dev.sillage.calculation.factor;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a key promises: its unit, its bounds and its meaning.
 *
 * @param pattern a key, in which {@code *} stands for any letters
 * @param form the same as a regular expression
 * @param units of which each row has one
 * @param bounds what its figures may be
 * @param meaning what it stands for, in a few words
 */
record KeyRule(String pattern, Pattern form, List<String> units, Bounds bounds, String meaning) {

    /** What figures of a key may be. A zero needs the quality {@code zero-confirmed} besides, unless any is allowed. */
    enum Bounds {
        /** Greater than zero. */
        POSITIVE,
        /** From zero to one. */
        SHARE,
        /** One or more. */
        AT_LEAST_ONE,
        /** Any number: a coefficient of a fitted curve. */
        ANY
    }

    static KeyRule of(CsvRow row) {
        String pattern = row.required("pattern");
        return new KeyRule(
                pattern,
                Pattern.compile("\\Q" + pattern.replace("*", "\\E.+\\Q") + "\\E"),
                row.parts("unit"),
                bounds(row, row.required("bounds")),
                row.required("meaning"));
    }

    private static Bounds bounds(CsvRow row, String word) {
        for (Bounds bounds : Bounds.values()) {
            if (bounds.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return bounds;
            }
        }
        throw row.bad("bounds", "positive, share, at-least-one or any");
    }

    boolean fits(String key) {
        return form.matcher(key).matches();
    }
}
