package dev.sillage.ingestion.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.Events;
import dev.sillage.ingestion.otlp.Payloads;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The doors over HTTP, each with requests that it takes. */
public enum HttpDoor {
    EVENT("/v1/events", Door.ONE, 202, id -> Events.email("urn:test:fuzz", id).getBytes(UTF_8), id -> id),
    LINES("/v1/events", Door.LINES, 202, id -> Events.email("urn:test:fuzz", id).getBytes(UTF_8), id -> id),
    TRACES("/v1/traces", "application/json", 200, id -> spans(id).getBytes(UTF_8), id -> Payloads.id(id, 1)),
    TRACES_PROTOBUF(
            "/v1/traces",
            "application/x-protobuf",
            200,
            id -> Payloads.toProtobuf(spans(id)),
            id -> Payloads.id(id, 1)),
    METRICS("/v1/metrics", "application/json", 200, id -> metrics().getBytes(UTF_8), null),
    METRICS_PROTOBUF("/v1/metrics", "application/x-protobuf", 200, id -> Payloads.metricsToProtobuf(metrics()), null),
    LOGS("/v1/logs", "application/json", 200, id -> Payloads.logs().getBytes(UTF_8), null),
    LOGS_PROTOBUF("/v1/logs", "application/x-protobuf", 200, id -> Payloads.logsToProtobuf(Payloads.logs()), null),
    OPENAI("/v1/usage/openai", "application/json", 202, id -> openAi(id).getBytes(UTF_8), id -> id),
    CSV(
            "/v1/import/csv?kind=compute&source=urn:test:fuzz",
            "text/csv",
            202,
            id -> table(id).getBytes(UTF_8),
            id -> id),
    CODECARBON(
            "/v1/import/codecarbon",
            "text/csv",
            202,
            id -> emissions(id).getBytes(UTF_8),
            id -> id + ":2026-11-23T10:00:00");

    static final List<HttpDoor> ALL = List.of(values());

    private final String path;
    private final String contentType;
    private final int taken;
    private final Function<String, byte[]> request;
    private final UnaryOperator<String> stored;

    HttpDoor(
            String path,
            String contentType,
            int taken,
            Function<String, byte[]> request,
            UnaryOperator<String> stored) {
        this.path = path;
        this.contentType = contentType;
        this.taken = taken;
        this.request = request;
        this.stored = stored;
    }

    /** The body of a request that is taken; the id has 32 hexadecimal digits. */
    public byte[] request(String id) {
        return request.apply(id);
    }

    /** Whether an activity of a known id comes of each request. */
    public boolean stores() {
        return stored != null;
    }

    /** The id of the activity of such a request. */
    public String stored(String id) {
        return stored.apply(id);
    }

    /** Status of a request that is taken. */
    public int taken() {
        return taken;
    }

    public String path() {
        return path;
    }

    public String contentType() {
        return contentType;
    }

    public Answer post(byte[] body, String... headers) {
        HttpRequest.Builder builder =
                Door.request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return Door.send(builder.build());
    }

    private static String spans(String id) {
        return Payloads.request(Payloads.chat(id, 1));
    }

    private static String metrics() {
        return Payloads.file("metrics_token_usage_delta.json")
                .replace("batch-summariser", "fuzzed")
                .replace("\"edge\"", "\"fuzzed\"");
    }

    private static String openAi(String id) {
        return "{\"id\":\"" + id + "\",\"object\":\"chat.completion\",\"created\":1764066000,\"model\":\"gpt-4o\","
                + "\"usage\":{\"prompt_tokens\":18,\"completion_tokens\":9}}";
    }

    private static String table(String id) {
        return "id,time,vcpuHours\n" + id + ",2026-11-23T10:00:00Z,1\n";
    }

    private static String emissions(String id) {
        return "timestamp,run_id,duration,energy_consumed\n2026-11-23T10:00:00," + id + ",3600,1.5\n";
    }
}
