package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** In which format an answer is wanted; the parameter {@code format} wins over the header {@code Accept}. */
public enum Format {
    JSON,
    CSV;

    public static final String PARAMETER = "format";

    public static Format of(@Nullable String parameter, HttpHeaders headers) {
        if (parameter != null) {
            return switch (parameter) {
                case "json" -> JSON;
                case "csv" -> CSV;
                default ->
                    throw Problem.invalidParameter(
                            PARAMETER, "There is no format " + Problem.quoted(parameter) + ". Use json or csv.");
            };
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return JSON;
            }
            if (accepted.isCompatible(CsvAnswer.TYPE)) {
                return CSV;
            }
        }
        return JSON;
    }
}
