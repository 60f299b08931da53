package dev.sillage.local.account;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** The API of the reporting service, as far as the account of a run asks it. */
public final class Report {
    /** Decimals stay what they are, digit by digit. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI reporting;

    /** The report of the service at this address. */
    public Report(URI reporting) {
        this.reporting = reporting;
    }

    /**
     * The counts since the data began.
     *
     * @throws IOException when there is no answer, or one without these counts
     */
    public Counts counts() throws IOException, InterruptedException {
        JsonNode answer = get("/v1/reconciliation");
        return new Counts(
                count(answer, "accepted"),
                count(answer, "computed"),
                count(answer, "reported"),
                count(answer, "duplicates"),
                count(answer, "deadLettered"));
    }

    /**
     * The sums of all footprints of a period, by kind of activity.
     *
     * @throws IOException when there is no answer, or one without groups
     */
    public Totals totals(Instant from, Instant to) throws IOException, InterruptedException {
        return Totals.of(get("/v1/footprints?from=" + from + "&to=" + to + "&interval=none&groupBy=kind"));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(reporting.resolve(path))
                .header("Accept", "application/json")
                .timeout(LIMIT)
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            String answer = path + " answered " + response.statusCode() + ": " + response.body();
            // The caller's fault stays one, however often the same is asked.
            throw response.statusCode() < 500 ? new RefusedException(answer) : new IOException(answer);
        }
        return JSON.readTree(response.body());
    }

    /** Asking again will not help. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    private static long count(JsonNode answer, String name) throws IOException {
        JsonNode count = answer.path(name);
        if (!count.isIntegralNumber()) {
            throw new IOException("the reconciliation has no number '" + name + "': " + answer);
        }
        return count.longValue();
    }
}
