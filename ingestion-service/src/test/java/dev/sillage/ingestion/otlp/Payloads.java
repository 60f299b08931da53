package dev.sillage.ingestion.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.sillage.ingestion.Door;
import dev.sillage.ingestion.Door.Answer;
import dev.sillage.ingestion.StoredActivities;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Bodies of OTLP requests: files of the resources, and ones written here; each in both forms. */
public final class Payloads {
    static final ObjectMapper JSON = new ObjectMapper();

    private Payloads() {}

    public static String file(String name) {
        try (InputStream in = Payloads.class.getResourceAsStream("/otlp/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 32 lower-case hexadecimal digits that no other test uses. */
    public static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** A request of one resource without attributes. */
    public static String request(String... spans) {
        return requestOf("", spans);
    }

    /** A request of one resource; {@code attributes} are the elements of a JSON array. */
    static String requestOf(String attributes, String... spans) {
        return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[" + attributes + "]},\"scopeSpans\":[{\"spans\":["
                + String.join(",", spans) + "]}]}]}";
    }

    /** A span of two and a half seconds; names and values of attributes in turns. */
    static String span(String traceId, int number, Object... attributes) {
        return "{\"traceId\":\"" + traceId + "\",\"spanId\":\"" + spanId(number)
                + "\",\"name\":\"any\",\"kind\":3,\"startTimeUnixNano\":\"1795430400000000000\","
                + "\"endTimeUnixNano\":\"1795430402500000000\",\"attributes\":[" + attributes(attributes) + "]}";
    }

    /** A span of a chat with gpt-4o. */
    public static String chat(String traceId, int number) {
        return chat(traceId, number, "gen_ai.request.model", "gpt-4o");
    }

    /** A span of a chat whose model the attributes may tell, among others. */
    static String chat(String traceId, int number, Object... attributes) {
        Object[] usual = {
            "gen_ai.operation.name",
            "chat",
            "gen_ai.provider.name",
            "openai",
            "gen_ai.usage.input_tokens",
            100,
            "gen_ai.usage.output_tokens",
            40
        };
        return span(
                traceId,
                number,
                Stream.concat(Arrays.stream(attributes), Arrays.stream(usual)).toArray());
    }

    static String spanId(int number) {
        return "%016x".formatted(number);
    }

    static String attributes(Object... namesAndValues) {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            String written = value instanceof String text
                    ? "\"stringValue\":" + quoted(text)
                    : value instanceof Double ? "\"doubleValue\":" + value : "\"intValue\":\"" + value + "\"";
            attributes.add("{\"key\":\"" + namesAndValues[i] + "\",\"value\":{" + written + "}}");
        }
        return attributes.stream().collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same request of traces in protobuf, written by the official classes. */
    public static byte[] toProtobuf(String json) {
        return toProtobuf(json, ExportTraceServiceRequest.newBuilder());
    }

    /** The same request of metrics. */
    public static byte[] metricsToProtobuf(String json) {
        return toProtobuf(json, ExportMetricsServiceRequest.newBuilder());
    }

    /** The same request of logs. */
    public static byte[] logsToProtobuf(String json) {
        return toProtobuf(json, ExportLogsServiceRequest.newBuilder());
    }

    /** A request of one log record, with a message of a call to a model. */
    public static String logs() {
        return "{\"resourceLogs\":[{\"resource\":{\"attributes\":[" + attributes("service.name", "fuzzed")
                + "]},\"scopeLogs\":[{\"scope\":{\"name\":\"any\"},\"logRecords\":[{\"timeUnixNano\":"
                + "\"1795430400000000000\",\"severityNumber\":9,\"traceId\":\"" + newTraceId() + "\",\"spanId\":\""
                + spanId(1) + "\",\"body\":{\"stringValue\":\"a message\"},\"attributes\":["
                + attributes("gen_ai.system", "openai") + "]}]}]}]}";
    }

    private static byte[] toProtobuf(String json, Message.Builder request) {
        try {
            JsonNode tree = JSON.readTree(json);
            idsToBase64(tree);
            JsonFormat.parser().ignoringUnknownFields().merge(tree.toString(), request);
            return request.build().toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON form of protobuf has bytes in base64, that of OTLP has ids in hexadecimal. */
    private static void idsToBase64(JsonNode node) {
        for (String name : List.of("traceId", "spanId", "parentSpanId")) {
            if (node instanceof ObjectNode object && object.path(name).isTextual()) {
                byte[] id = HexFormat.of().parseHex(object.get(name).asText());
                object.put(name, Base64.getEncoder().encodeToString(id));
            }
        }
        node.forEach(Payloads::idsToBase64);
    }

    /** What is on the topic under that id, or null; a request that was repeated after a 503 may be there twice. */
    static ConsumerRecord<byte[], byte[]> stored(String traceId, int span) {
        return stored(id(traceId, span));
    }

    static ConsumerRecord<byte[], byte[]> stored(String id) {
        return StoredActivities.all().stream()
                .filter(record -> id.equals(StoredActivities.header(record, "ce_id")))
                .findAny()
                .orElse(null);
    }

    public static String id(String traceId, int span) {
        return "otlp:" + traceId + ":" + spanId(span);
    }

    static Answer postJson(String path, String body) {
        return post(path, Encoding.JSON_MEDIA_TYPE, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer post(String path, String contentType, byte[] body) {
        return Door.send(Door.request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }
}
