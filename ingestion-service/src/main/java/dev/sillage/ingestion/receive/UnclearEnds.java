package dev.sillage.ingestion.receive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses requests whose end a proxy in front could see elsewhere, and ends their connection: behind them could hide a
 * request that the proxy never saw (RFC 9112 sections 6.1 and 11.2). The server itself passes over a Transfer-Encoding
 * that it does not know.
 */
@ApplicationScoped
class UnclearEnds {
    private static final int BEFORE_ALL_FILTERS = 2000;

    private final ObjectMapper json;
    private final Set<HttpConnection> ending = ConcurrentHashMap.newKeySet();

    UnclearEnds(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (ending.contains(context.request().connection())) {
                        // What came behind the unclear end, before the connection was closed.
                        return;
                    }
                    if (isUnclear(context.request())) {
                        refuse(context);
                    } else {
                        context.next();
                    }
                },
                BEFORE_ALL_FILTERS);
    }

    private static boolean isUnclear(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return false;
        }
        List<String> encodings = request.headers().getAll("Transfer-Encoding");
        return !encodings.isEmpty()
                && (encodings.size() > 1
                        || !encodings.get(0).strip().equalsIgnoreCase("chunked")
                        || request.headers().contains("Content-Length"));
    }

    private void refuse(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        ending.add(connection);
        RequestRefusedException refused = new RequestRefusedException(
                ProblemType.BAD_REQUEST, "Where the body ends is unclear: Transfer-Encoding can only be chunked.");
        try {
            context.response()
                    .setStatusCode(refused.type().status())
                    .putHeader("Content-Type", ProblemType.MEDIA_TYPE)
                    .putHeader("Connection", "close")
                    .end(json.writeValueAsString(refused.toProblem()))
                    .onComplete(sent -> connection.close().onComplete(closed -> ending.remove(connection)));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
