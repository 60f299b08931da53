package dev.sillage.reporting.access;

import dev.sillage.access.Access;
import dev.sillage.access.AccessRefusedException;
import dev.sillage.access.Scope;
import dev.sillage.reporting.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Metrics name tenants, so that they are for whoever operates the service and not for one of them. */
@Singleton
class MetricsAccess {
    private static final String METRICS = "/q/metrics";
    private static final int BEFORE_ALL_ROUTES = 900;

    private final Access access;

    MetricsAccess(Access access) {
        this.access = access;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ROUTES);
    }

    private void check(RoutingContext context) {
        if (context.normalizedPath().startsWith(METRICS)) {
            try {
                access.require(context.request().getHeader(HttpHeaders.AUTHORIZATION), Scope.METRICS);
            } catch (AccessRefusedException refused) {
                answer(context.response(), Problem.accessRefused(refused));
                return;
            }
        }
        context.next();
    }

    private static void answer(HttpServerResponse response, HttpProblem problem) {
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, String.valueOf(value)));
        response.setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(Problem.text(problem));
    }
}
