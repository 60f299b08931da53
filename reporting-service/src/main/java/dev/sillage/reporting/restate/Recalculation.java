package dev.sillage.reporting.restate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.activity.ActivityWarning;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the calculation to compute activities again, as the stream would compute them now. */
@ApplicationScoped
class Recalculation {
    static final String FACTOR_SET = "Sillage-Factor-Set";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int BYTES_PER_LINE = 512;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final URI recalculations;
    private final @Nullable String credential;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Recalculation(RestateConfig.Calculation config) {
        recalculations = config.url().resolve("/v1/recalculations");
        credential = config.credential().orElse(null);
    }

    /** Being there at the start is all: an address that makes no sense stops the start, not the first restatement. */
    void checkConfiguration(@Observes StartupEvent starting) {}

    /**
     * What the calculation would use for a tenant now.
     *
     * @throws UnavailableException when it does not say
     */
    CalculationState state(String tenant) throws UnavailableException {
        HttpResponse<byte[]> answer = send(request(URI.create(recalculations + "/state?tenant=" + encoded(tenant)))
                .GET()
                .build());
        try {
            JsonNode body = JSON.readTree(answer.body());
            return new CalculationState(body.path("factorSet").asText(""), body.path("methodologies"));
        } catch (IOException e) {
            throw new UnavailableException("The calculation's answer is not JSON.");
        }
    }

    /**
     * The results of activities, in their order.
     *
     * @throws UnavailableException when there are none, for now
     */
    Results recalculate(Restatement restatement, List<HistoryRow> activities) throws UnavailableException {
        String query = "?tenant=" + encoded(restatement.tenant())
                + (restatement.methodology() == null ? "" : "&methodology=" + encoded(restatement.methodology()));
        HttpResponse<byte[]> answer = send(request(URI.create(recalculations + query))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines(activities)))
                .build());
        List<byte[]> results = split(answer.body());
        if (results.size() != activities.size()) {
            throw new UnavailableException(
                    "The calculation answered " + results.size() + " of " + activities.size() + " activities.");
        }
        return new Results(answer.headers().firstValue(FACTOR_SET).orElse(""), results);
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LIMIT);
        return credential == null ? request : request.header("Authorization", "Bearer " + credential);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws UnavailableException {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new UnavailableException("The calculation answered " + answer.statusCode() + ".");
            }
            return answer;
        } catch (IOException e) {
            throw new UnavailableException(
                    "The calculation does not answer: " + e.getClass().getSimpleName() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The service stops.");
        }
    }

    private static byte[] lines(List<HistoryRow> activities) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(activities.size() * BYTES_PER_LINE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.setRootValueSeparator(null);
            for (HistoryRow activity : activities) {
                write(activity, json);
                json.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory take all characters", e);
        }
        return bytes.toByteArray();
    }

    private static void write(HistoryRow activity, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", activity.source());
        json.writeStringField("id", activity.id());
        json.writeStringField("kind", activity.row().kind());
        json.writeStringField("time", activity.row().key().occurredAt().toString());
        json.writeStringField("acceptedAt", activity.acceptedAt().toString());
        if (activity.subject() != null) {
            json.writeStringField("subject", activity.subject());
        }
        json.writeFieldName("labels");
        json.writeRawValue(activity.labels() == null ? "{}" : activity.labels());
        json.writeArrayFieldStart("warnings");
        for (ActivityWarning warning : ActivityWarning.read(activity.warnings())) {
            json.writeString(warning.code());
        }
        json.writeEndArray();
        json.writeFieldName("data");
        json.writeRawValue(activity.data() == null ? "{}" : activity.data());
        json.writeEndObject();
    }

    private static List<byte[]> split(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\n') {
                if (i > begin) {
                    lines.add(Arrays.copyOfRange(body, begin, i));
                }
                begin = i + 1;
            }
        }
        if (begin < body.length) {
            lines.add(Arrays.copyOfRange(body, begin, body.length));
        }
        return lines;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What the calculation would compute with.
     *
     * @param factorSet of the tenant
     * @param methodologies id and kinds of each
     */
    record CalculationState(String factorSet, JsonNode methodologies) {}

    /**
     * Results.
     *
     * @param factorSet that all of them were computed with
     * @param lines each a footprint, or why there is none
     */
    record Results(String factorSet, List<byte[]> lines) {}

    /** The calculation is away or does not give what was asked; a reader may see why. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnavailableException(String message) {
            super(message, null, false, false);
        }
    }
}
