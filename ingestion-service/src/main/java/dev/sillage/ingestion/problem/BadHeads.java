package dev.sillage.ingestion.problem;

import io.vertx.core.VertxException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers requests that fail before any resource sees them, such as one without a Host header, in the form of all others:
 * the framework would name its exception.
 */
@ApplicationScoped
class BadHeads {
    private static final int BAD_REQUEST = 400;

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(BadHeads::answer);
    }

    private static void answer(RoutingContext context) {
        boolean ours = context.statusCode() == BAD_REQUEST
                && context.failure() instanceof VertxException
                && !context.response().headWritten();
        if (!ours) {
            context.next();
            return;
        }
        ProblemType type = ProblemType.BAD_REQUEST;
        context.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", ProblemType.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", type.uri().toString())
                        .put("title", type.title())
                        .put("status", type.status())
                        .put(
                                "detail",
                                "The head of the request breaks a rule of HTTP, as one without Host does. "
                                        + type.remedy())
                        .encode());
    }
}
