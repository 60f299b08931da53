package dev.sillage.reporting.query;

import dev.sillage.reporting.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which format an answer is wanted; the parameter {@code format} wins over the header {@code Accept}. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(CsvAnswer.TYPE),
    PARQUET(new MediaType("application", "vnd.apache.parquet"));

    public static final String PARAMETER = "format";

    /** The media type of {@link #PARQUET}. */
    public static final String PARQUET_MEDIA_TYPE = "application/vnd.apache.parquet";

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    /** The media type of answers. */
    public MediaType type() {
        return type;
    }

    /**
     * The one that is wanted.
     *
     * @param offered what there is, the one first that is meant when nothing is said
     */
    public static Format of(@Nullable String parameter, HttpHeaders headers, List<Format> offered) {
        if (parameter != null) {
            return offered.stream()
                    .filter(format -> format.wireName().equals(parameter))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalidParameter(
                            PARAMETER,
                            "There is no format " + Problem.quoted(parameter) + ". Use "
                                    + offered.stream().map(Format::wireName).collect(Collectors.joining(" or "))
                                    + "."));
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            for (Format format : offered) {
                if (accepted.isCompatible(format.type)) {
                    return format;
                }
            }
        }
        return offered.get(0);
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
