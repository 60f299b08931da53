package dev.sillage.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Knocks at the running service as a client would, byte for byte as the test says. */
public final class Door {
    public static final String ONE = "application/cloudevents+json";
    public static final String BATCH = "application/cloudevents-batch+json";
    public static final String LINES = "application/x-ndjson";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Door() {}

    /** An answer and its body, which is JSON or else read as a text node. */
    public record Answer(HttpResponse<byte[]> response, JsonNode json) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** The codes of the top-level problem or, for receipts, of all listed problems. */
        public List<String> codes() {
            List<String> codes = new ArrayList<>();
            json.path("problems").forEach(problem -> codes.add(code(problem)));
            return codes;
        }

        public String code() {
            return code(json);
        }

        private static String code(JsonNode problem) {
            return problem.path("type").asText().replace("/problems/", "");
        }
    }

    public static Answer post(String contentType, String body) {
        return post(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer post(String contentType, byte[] body) {
        return send(request("/v1/events")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    public static HttpRequest.Builder request(String path) {
        String service = ConfigProvider.getConfig().getValue("test.url", String.class);
        return HttpRequest.newBuilder(URI.create(service + path)).timeout(Duration.ofSeconds(30));
    }

    public static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .map(type -> type.contains("json"))
                    .orElse(false);
            return new Answer(
                    response,
                    json
                            ? JSON.readTree(response.body())
                            : JSON.getNodeFactory().nullNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
