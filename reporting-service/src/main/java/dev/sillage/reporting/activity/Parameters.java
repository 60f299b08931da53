package dev.sillage.reporting.activity;

import dev.sillage.reporting.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a question; whatever is wrong is a problem that says how to mend it. */
public final class Parameters {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final int MAX_HEADER_LENGTH = 200;
    private static final String LANG = "lang";

    private final MultivaluedMap<String, String> parameters;

    /** Refuses what is not one of the names. */
    public Parameters(MultivaluedMap<String, String> parameters, List<String> known) {
        this.parameters = parameters;
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw Problem.unknownParameter(name, String.join(", ", known));
            }
        }
    }

    /** The value of a parameter that may be given once; null when it is not. */
    public @Nullable String single(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.invalidParameter(name, "Give " + name + " once, not " + values.size() + " times.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** A number from 1 on. */
    public int number(String name, int otherwise, int largest) {
        String text = single(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, together with a number that is out of range.
        }
        throw Problem.invalidParameter(
                name, "Give " + name + " as a number from 1 to " + largest + ", not " + Problem.quoted(text) + ".");
    }

    /** The language of the address, else what the header accepts, else English. */
    String language(@Nullable String accepted) {
        String lang = single(LANG);
        if (lang == null) {
            return accepted == null || accepted.isBlank() || accepted.length() > MAX_HEADER_LENGTH ? "en" : accepted;
        }
        if (!LANGUAGE.matcher(lang).matches()) {
            throw Problem.invalidParameter(
                    LANG, "Give lang as a language tag like en or fr, not " + Problem.quoted(lang) + ".");
        }
        return lang;
    }
}
