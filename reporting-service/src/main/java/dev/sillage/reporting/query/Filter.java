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
    public static final String PARAMETER = "filter";

    private static final int MAX_VALUE_LENGTH = 200;
    /** After = everything is the value; after : a ! excludes. */
    private static final Pattern TEXT = Pattern.compile("([^:=!]*)(:!|:|!=|=)(.*)", Pattern.DOTALL);

    /** A dimension and a value, as in {@code team:search}, {@code team=search}, {@code team:!search}, {@code team!=search}. */
    static Filter of(String text, KnownDimensions dimensions) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw Problem.invalidParameter(
                    PARAMETER,
                    "A filter is dimension=value, or dimension!=value to exclude (dimension:value and dimension:!value"
                            + " mean the same), not " + Problem.quoted(text) + ".");
        }
        return new Filter(
                dimensions.of(PARAMETER, parts.group(1)),
                checked(PARAMETER, parts.group(3)),
                parts.group(2).contains("!"));
    }

    /** The condition that the parameter of the dimension's name gives. */
    public static Filter including(Dimension dimension, String value) {
        return new Filter(dimension, checked(dimension.wireName(), value), false);
    }

    private static String checked(String parameter, String value) {
        if (value.length() > MAX_VALUE_LENGTH || value.indexOf('\0') >= 0) {
            throw Problem.invalidParameter(
                    parameter, "A value has at most " + MAX_VALUE_LENGTH + " characters, and no NUL character.");
        }
        return value;
    }

    /** As in a query. */
    public String text() {
        String comparison = excluded ? ":!" : value.startsWith("!") ? "=" : ":";
        return dimension.wireName() + comparison + value;
    }
}
