package dev.sillage.benchmark.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Computes the history of two hours again, and asks for its sums again and again meanwhile: each answer must have all of its
 * activities, and its groups must add up to its total.
 */
final class Restatement {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String PERIOD = "\"from\":\"2026-03-01T08:00:00Z\",\"to\":\"2026-03-01T11:00:00Z\"";
    private static final String SUMS =
            "/v1/footprints?interval=none&groupBy=team&from=2026-03-01T08:00:00Z&to=2026-03-01T11:00:00Z";
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final int FIRST_ERROR = 400;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI reporting;
    private final long activities;

    Restatement(URI reporting, long activities) {
        this.reporting = reporting;
        this.activities = activities;
    }

    /**
     * What it was, in lines of text.
     *
     * @param dryRun computes and compares all of it, but changes nothing
     */
    List<String> run(EventStream stream, boolean dryRun, Duration limit) throws IOException, InterruptedException {
        JsonNode begun = send(HttpRequest.newBuilder(reporting.resolve("/v1/restatements"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{" + PERIOD + ",\"reason\":\"benchmark\",\"dryRun\":" + dryRun + "}")));
        String address = "/v1/restatements/" + begun.path("id").asText();
        long accepted = stream.accepted();
        long start = System.nanoTime();
        JsonNode view = begun;
        int readings = 0;
        int wrong = 0;
        while (view.path("state").asText().equals("running")) {
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new IllegalStateException("The restatement does not end: " + view);
            }
            wrong += isExact(get(SUMS)) ? 0 : 1;
            readings++;
            LockSupport.parkNanos(200_000_000);
            view = get(address);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s %s: %,d examined, %,d changed, %,d unchanged, in %.1f s: %,.0f/s; meanwhile %,.0f events/s accepted;"
                        + " %d readings of the sums, %d of them not exact",
                dryRun ? "Dry run" : "Restatement",
                view.path("state").asText(),
                view.path("examined").asLong(),
                view.path("changed").asLong(),
                view.path("unchanged").asLong(),
                seconds,
                view.path("examined").asLong() / seconds,
                (stream.accepted() - accepted) / seconds,
                readings,
                wrong));
        if (dryRun) {
            return lines;
        }
        lines.add("| kind | criterion | unit | before | after | difference |\n|---|---|---|---:|---:|---:|");
        for (JsonNode difference : view.path("differences")) {
            lines.add("| " + difference.path("kind").asText() + " | "
                    + difference.path("criterion").asText() + " | "
                    + difference.path("unit").asText() + " | "
                    + central(difference.path("before")) + " | "
                    + central(difference.path("after")) + " | "
                    + central(difference.path("difference")) + " |");
        }
        return lines;
    }

    private static String central(JsonNode side) {
        return side.isMissingNode()
                ? "no data"
                : side.path("central").decimalValue().toPlainString();
    }

    private boolean isExact(JsonNode sums) {
        long counted = 0;
        BigDecimal energy = BigDecimal.ZERO;
        for (JsonNode group : sums.path("groups")) {
            counted += group.path("activities").asLong();
            energy = energy.add(
                    group.path("figures").path("energy").path("central").decimalValue());
        }
        JsonNode total = sums.path("totals");
        return counted == activities
                && total.path("activities").asLong() == activities
                && total.path("figures")
                                .path("energy")
                                .path("central")
                                .decimalValue()
                                .compareTo(energy)
                        == 0;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(reporting.resolve(path)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.timeout(REQUEST_LIMIT).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new IllegalStateException(answer.statusCode() + ": " + new String(answer.body(), UTF_8));
        }
        return JSON.readTree(answer.body());
    }
}
