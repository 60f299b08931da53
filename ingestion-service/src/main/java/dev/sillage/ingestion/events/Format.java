package dev.sillage.ingestion.events;

import dev.sillage.ingestion.check.Slice;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a body can hold events, one media type each. */
enum Format {
    /** The body is one event. */
    ONE(Format.ONE_MEDIA_TYPE),
    /** The body is a JSON array of events. */
    BATCH(Format.BATCH_MEDIA_TYPE),
    /** Each line of the body is an event. */
    LINES(Format.LINES_MEDIA_TYPE);

    static final String ONE_MEDIA_TYPE = "application/cloudevents+json";
    static final String BATCH_MEDIA_TYPE = "application/cloudevents-batch+json";
    /** The data of one event in binary mode, which has no value here: it is not the body that is the event. */
    static final String BINARY_MEDIA_TYPE = "application/json";

    static final String LINES_MEDIA_TYPE = "application/x-ndjson";

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * The format of a Content-Type header.
     *
     * @throws RequestRefusedException when there is none, it is another one, or its charset is not UTF-8
     */
    static Format of(@Nullable MediaType contentType) {
        if (contentType == null) {
            throw new RequestRefusedException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "There is no Content-Type header.");
        }
        requireUtf8(contentType);
        String mediaType = mediaType(contentType);
        for (Format format : values()) {
            if (format.mediaType.equalsIgnoreCase(mediaType)) {
                return format;
            }
        }
        if (BINARY_MEDIA_TYPE.equalsIgnoreCase(mediaType)) {
            throw new RequestRefusedException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The Content-Type is application/json, but there are no ce- headers.");
        }
        throw new RequestRefusedException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is another one.");
    }

    /** Whether a request holds one event in binary mode: its data alone, the attributes beside it. */
    static boolean isBinary(@Nullable MediaType contentType, boolean attributeHeaders) {
        if (contentType == null || !attributeHeaders || !BINARY_MEDIA_TYPE.equalsIgnoreCase(mediaType(contentType))) {
            return false;
        }
        requireUtf8(contentType);
        return true;
    }

    private static String mediaType(MediaType contentType) {
        return contentType.getType() + "/" + contentType.getSubtype();
    }

    private static void requireUtf8(MediaType contentType) {
        String charset = contentType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new RequestRefusedException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The charset is not UTF-8.");
        }
    }

    /**
     * The events of a body, in order, each as the text that has to be checked.
     *
     * @throws RequestRefusedException when there are none or too many, or when it cannot be told where they begin
     */
    List<Slice> split(byte[] body, int maxEvents) {
        List<Slice> events =
                switch (this) {
                    case ONE -> OneEvent.split(body);
                    case BATCH -> new EventArray(body, maxEvents).split();
                    case LINES -> EventLines.split(body, maxEvents);
                };
        if (events.isEmpty()) {
            throw new RequestRefusedException(ProblemType.EMPTY_BATCH, "The body is empty.");
        }
        if (events.size() > maxEvents) {
            throw new RequestRefusedException(
                    ProblemType.TOO_MANY_EVENTS, "At most " + maxEvents + " events are taken in one request.");
        }
        return events;
    }

    /** Whether text that is not JSON leaves the events beside it unharmed. */
    boolean survivesMalformedEvent() {
        return this == LINES;
    }
}
