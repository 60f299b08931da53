package dev.sillage.reporting.restate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.Tier;
import dev.sillage.reporting.platform.Footprints;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Answers as the calculation does, in another process in reality, with a method that knows one figure for all. */
public final class StandInCalculation implements AutoCloseable {
    static final String FACTOR_SET = "2027.1+feedfeedfeed";
    static final Figure KWH = Figure.rounded(1, 2, 3);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final String tenant;

    public StandInCalculation(URI address, String tenant) throws IOException {
        this.tenant = tenant;
        server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext(
                "/v1/recalculations/state",
                exchange -> answer(
                        exchange,
                        "{\"factorSet\":\"" + FACTOR_SET
                                + "\",\"methodologies\":[{\"id\":\"sillage-2026.1\"},{\"id\":\"m-2\"}]}"));
        server.createContext("/v1/recalculations", this::recalculate);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void recalculate(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String methodology = query.contains("methodology=m-2") ? "m-2" : "sillage-2026.1";
        StringBuilder lines = new StringBuilder();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String line : body.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.append(result(JSON.readTree(line), methodology)).append('\n');
            }
        }
        answer(exchange, lines.toString());
    }

    private String result(JsonNode activity, String methodology) {
        if (activity.path("id").asText().endsWith("-uncomputable")) {
            return "{\"problem\":{\"reason\":\"kind-not-computed\",\"detail\":\"no\"}}";
        }
        return Footprints.json(new FootprintEvent(
                new ActivityReference(
                        tenant,
                        activity.path("source").asText(),
                        activity.path("id").asText()),
                activity.path("kind").asText(),
                Instant.parse(activity.path("time").asText()),
                Instant.parse(activity.path("acceptedAt").asText()),
                null,
                JSON.convertValue(activity.path("labels"), new TypeReference<Map<String, String>>() {}),
                "anthropic",
                "claude-opus-4",
                "FRA",
                Map.of(Criterion.ENERGY, KWH),
                methodology,
                FACTOR_SET,
                Tier.CLASS,
                List.of(),
                null,
                activity.path("data").toString()));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add(Recalculation.FACTOR_SET, FACTOR_SET);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
