package dev.sillage.reporting.activity;

import dev.sillage.reporting.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which language an explanation is wanted. */
final class RequestedLanguage {
    static final String PARAMETER = "lang";

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final int MAX_HEADER_LENGTH = 200;

    private RequestedLanguage() {}

    /** The language of the address, else what the header accepts, else English. */
    static String of(@Nullable String parameter, @Nullable String accepted) {
        if (parameter == null) {
            return accepted == null || accepted.isBlank() || accepted.length() > MAX_HEADER_LENGTH ? "en" : accepted;
        }
        if (!TAG.matcher(parameter).matches()) {
            throw Problem.invalidParameter(
                    PARAMETER, "Give lang as a language tag like en or fr, not " + Problem.quoted(parameter) + ".");
        }
        return parameter;
    }
}
