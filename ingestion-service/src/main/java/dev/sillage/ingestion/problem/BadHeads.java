package dev.sillage.ingestion.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.VertxException;
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
    private final ObjectMapper json;

    BadHeads(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        boolean ours = context.statusCode() == ProblemType.BAD_REQUEST.status()
                && context.failure() instanceof VertxException
                && !context.response().headWritten();
        if (!ours) {
            context.next();
            return;
        }
        RequestRefusedException refused = new RequestRefusedException(
                ProblemType.BAD_REQUEST, "The head of the request breaks a rule of HTTP, as one without Host does.");
        try {
            context.response()
                    .setStatusCode(refused.type().status())
                    .putHeader("Content-Type", ProblemType.MEDIA_TYPE)
                    .end(json.writeValueAsString(refused.toProblem()));
        } catch (JsonProcessingException e) {
            context.next();
        }
    }
}
