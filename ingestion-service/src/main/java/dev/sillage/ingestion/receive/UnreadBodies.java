package dev.sillage.ingestion.receive;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Reads and drops what is left of a body after its request was refused. Without that the connection would stand still,
 * and closing it at once would often take the answer with it. Up to a bound, then the connection goes after all.
 */
@ApplicationScoped
class UnreadBodies {
    private static final long DROPPED_AT_MOST = 64 * 1024 * 1024;
    private static final int BEFORE_ALL_ROUTES = 1000;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addEndHandler(answered -> drop(context.request()));
                    context.next();
                },
                BEFORE_ALL_ROUTES);
    }

    private static void drop(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] dropped = {0};
        request.handler(chunk -> {
            dropped[0] += chunk.length();
            if (dropped[0] > DROPPED_AT_MOST) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
