package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a dimension. Those of one dimension that include are alternatives; each that excludes holds.
 *
 * @param dimension what is compared
 * @param value with what; empty for activities without the dimension
 * @param excluded whether it must differ
 */
public record Filter(Dimension dimension, String value, boolean excluded) {
    static final String PARAMETER = "filter";

    private static final int MAX_VALUE_LENGTH = 200;
    /** After = everything is the value; after : a ! excludes. */
    private static final Pattern TEXT = Pattern.compile("([^:=!]*)(:!|:|!=|=)(.*)", Pattern.DOTALL);

    /** A dimension and a value, as in {@code team:search}, {@code team=search}, {@code team:!search}, {@code team!=search}. */
    static Filter of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw Problem.invalidParameter(
                    PARAMETER,
                    "A filter is dimension=value, or dimension!=value to exclude (dimension:value and dimension:!value"
                            + " mean the same), not " + Problem.quoted(text) + ".");
        }
        return of(PARAMETER, parts.group(1), parts.group(3), parts.group(2).contains("!"));
    }

    /** A condition whose parts were given in that parameter. */
    static Filter of(String parameter, String dimension, String value, boolean excluded) {
        if (value.length() > MAX_VALUE_LENGTH || value.indexOf('\0') >= 0) {
            throw Problem.invalidParameter(
                    parameter, "A value has at most " + MAX_VALUE_LENGTH + " characters, and no NUL character.");
        }
        return new Filter(Dimension.of(parameter, dimension), value, excluded);
    }

    /** As in a query. */
    public String text() {
        String comparison = excluded ? ":!" : value.startsWith("!") ? "=" : ":";
        return dimension.wireName() + comparison + value;
    }
}
