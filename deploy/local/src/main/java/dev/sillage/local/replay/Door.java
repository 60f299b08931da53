package dev.sillage.local.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The door of ingestion, {@code POST /v1/events} with newline-delimited JSON. */
public final class Door {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MAX_REASONS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI events;

    /** The door of the service at this address. */
    public Door(URI ingestion) {
        this.events = ingestion.resolve("/v1/events");
    }

    Answer send(List<byte[]> lines) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            body.writeBytes(line);
            body.write('\n');
        }
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Content-Type", "application/x-ndjson")
                .timeout(LIMIT)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try {
            return judge(http.send(request, BodyHandlers.ofByteArray()), lines.size());
        } catch (IOException e) {
            return new Answer.Later("no answer from " + events + " (" + e + ")", null);
        }
    }

    private static Answer judge(HttpResponse<byte[]> response, int sent) throws IOException {
        int status = response.statusCode();
        if (status == 429 || status == 503) {
            return new Answer.Later("status " + status, retryAfter(response));
        }
        JsonNode body = parse(response.body());
        if (status == 202 && body.path("accepted").isIntegralNumber()) {
            return new Answer.Judged(
                    body.path("accepted").longValue(), body.path("refused").longValue(), reasons(body));
        }
        if (status == 400 && body.path("problems").isArray()) {
            return new Answer.Judged(0, sent, reasons(body)); // how the door says that no event was fit
        }
        if (status >= 500) {
            return new Answer.Later("status " + status, null);
        }
        return new Answer.Refusal("status " + status + " " + body.path("detail").asText(""));
    }

    private static JsonNode parse(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }

    private static List<String> reasons(JsonNode body) {
        return StreamSupport.stream(body.path("problems").spliterator(), false)
                .limit(MAX_REASONS)
                .map(problem -> problem.path("id").asText("") + " "
                        + problem.path("pointer").asText("") + ": "
                        + problem.path("detail").asText(problem.path("title").asText("")))
                .toList();
    }

    /** The header in seconds; its other form, a date, is left to our own back-off. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
