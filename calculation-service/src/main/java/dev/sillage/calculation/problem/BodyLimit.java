package dev.sillage.calculation.problem;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The largest body that is read: {@link #MAX_BYTES}, unless a {@link LargerBody} says otherwise of its path. A body
 * that announces more is refused before its first byte; one that does not announce its length is cut off on the way.
 */
@Singleton
public final class BodyLimit {
    /** 1 MiB. */
    public static final int MAX_BYTES = 1 << 20;

    /** Before the server's own limit, which would answer without a body. */
    private static final int PRIORITY = 1000;

    private static final int MAX_LENGTH_DIGITS = 18;

    private final Map<String, Integer> larger = new HashMap<>();

    BodyLimit(@All List<LargerBody> paths) {
        paths.forEach(path -> larger.put(path.path(), path.maxBytes()));
    }

    /**
     * Reads a whole body.
     *
     * @throws IOException when the connection breaks
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is too large
     */
    public byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw LargerBody.tooLarge(MAX_BYTES);
        }
        return bytes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext request) {
        int maxBytes = larger.getOrDefault(request.normalizedPath(), MAX_BYTES);
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || (length.length() <= MAX_LENGTH_DIGITS && isWithin(maxBytes, length))) {
            request.next();
            return;
        }
        Problem problem = LargerBody.problem(maxBytes);
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(new JsonObject()
                        .put("type", problem.type())
                        .put("status", problem.status())
                        .put("title", problem.title())
                        .put("detail", problem.detail())
                        .encode());
    }

    private static boolean isWithin(int maxBytes, String length) {
        try {
            return Long.parseLong(length) <= maxBytes;
        } catch (NumberFormatException e) {
            return true; // Not a length: the server itself refuses the request.
        }
    }
}
