package dev.sillage.benchmark.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that an HTTP door to Kafka can do: take a JSON object or array of objects apart by its tokens, or an OTLP
 * message by its lengths, send each object or span as it is, answer 202 after the last acknowledgement. No access, no checks, no limits, no headers.
 */
public final class Floor extends AbstractVerticle {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int EVENT_LOOPS = 2;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final int port;

    private Floor(Producer<byte[], byte[]> producer, String topic, int port) {
        this.producer = producer;
        this.topic = topic;
        this.port = port;
    }

    /** Arguments: port, Kafka's address, topic. */
    public static void main(String[] arguments) {
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", arguments[1],
                        "acks", "all",
                        "enable.idempotence", "true",
                        "compression.type", "lz4",
                        "linger.ms", "5",
                        "batch.size", "131072"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        int port = Integer.parseInt(arguments[0]);
        Vertx.vertx()
                .deployVerticle(
                        () -> new Floor(producer, arguments[2], port),
                        new DeploymentOptions().setInstances(EVENT_LOOPS))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Override
    public void start() {
        vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> pass(request, body)))
                .listen(port, "127.0.0.1")
                .onFailure(failure -> System.exit(1));
    }

    private void pass(HttpServerRequest request, Buffer body) {
        try {
            byte[] bytes = body.getBytes();
            boolean json = String.valueOf(request.getHeader("Content-Type")).contains("json");
            List<byte[]> events = json ? events(bytes) : Spans.of(bytes);
            AtomicInteger missing = new AtomicInteger(events.size());
            for (byte[] event : events) {
                Future<RecordMetadata> unused = producer.send(
                        new ProducerRecord<>(topic, Arrays.copyOf(event, Math.min(event.length, 64)), event),
                        (stored, failure) -> {
                            if (failure == null && missing.decrementAndGet() == 0) {
                                request.response().setStatusCode(202).end();
                            }
                        });
            }
        } catch (IOException e) {
            request.response().setStatusCode(400).end();
        }
    }

    private static List<byte[]> events(byte[] body) throws IOException {
        List<byte[]> events = new ArrayList<>();
        try (JsonParser json = JSON.createParser(body)) {
            int depth = 0;
            int start = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT && depth++ == 0) {
                    start = (int) json.currentTokenLocation().getByteOffset();
                } else if (token == JsonToken.END_OBJECT && --depth == 0) {
                    int end = (int) json.currentLocation().getByteOffset();
                    events.add(Arrays.copyOfRange(body, start, end));
                }
            }
        }
        return events;
    }
}
