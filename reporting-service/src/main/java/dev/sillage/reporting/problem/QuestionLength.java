package dev.sillage.reporting.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses an address that no question needs, before anything reads it. The longest question, 50 filters of 220 characters
 * outside ASCII, is within; the server itself takes eight times as much, so that nearly everybody gets this answer.
 */
@Singleton
class QuestionLength {
    /** Characters of path and query. */
    static final int MAX = 128 << 10;

    /** Before all routes, those that check credentials included. */
    private static final int PRIORITY = 1000;

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        int length = request.request().uri().length();
        if (length <= MAX) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(ProblemType.QUESTION_TOO_LONG.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemType.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Problem.text(Problem.questionTooLong(length)))
                // What the connection has kept room for is given back.
                .onComplete(sent -> request.request().connection().close());
    }
}
