package dev.sillage.reporting.export.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Takes OTLP over HTTP as a collector does, in another process in reality. */
final class StandInCollector implements AutoCloseable {
    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final HttpServer server;
    private volatile int status;

    /** What came with one request. */
    record Push(String credential, ExportMetricsServiceRequest request) {
        Metric metric(String name) {
            return request.getResourceMetrics(0).getScopeMetrics(0).getMetricsList().stream()
                    .filter(metric -> metric.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not in " + request));
        }
    }

    StandInCollector(int port, int status) throws IOException {
        this.status = status;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/v1/metrics", this::take);
        server.start();
    }

    void answer(int other) {
        status = other;
    }

    List<Push> pushes() {
        return pushes;
    }

    static Map<String, String> attributes(NumberDataPoint point) {
        Map<String, String> attributes = new HashMap<>();
        point.getAttributesList()
                .forEach(attribute ->
                        attributes.put(attribute.getKey(), attribute.getValue().getStringValue()));
        return attributes;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream body = isZipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            pushes.add(new Push(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    ExportMetricsServiceRequest.parseFrom(body)));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
