package dev.sillage.calculation.access;

import dev.sillage.access.AccessRefusedException;
import dev.sillage.access.Scope;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Lets no request to {@code /v1} pass without a credential that has the scope of the endpoint. */
class CredentialFilter {
    private static final String GUARDED = "/v1";
    private static final int RETRY_SECONDS = 5;

    private final dev.sillage.access.Access credentials;
    private final Access access;

    CredentialFilter(dev.sillage.access.Access credentials, Access access) {
        this.credentials = credentials;
        this.access = access;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void check(ContainerRequestContext request, SimpleResourceInfo resource) {
        String path = request.getUriInfo().getPath();
        if (!path.equals(GUARDED) && !path.startsWith(GUARDED + "/")) {
            return;
        }
        try {
            access.is(credentials.require(request.getHeaderString(HttpHeaders.AUTHORIZATION), scope(resource)));
        } catch (AccessRefusedException refused) {
            throw problem(refused);
        }
    }

    private static Scope scope(SimpleResourceInfo resource) {
        Class<?> type = resource.getResourceClass();
        if (type == null) {
            return Scope.READ;
        }
        for (Method method : type.getMethods()) {
            Requires requires = method.getAnnotation(Requires.class);
            if (requires != null && method.getName().equals(resource.getMethodName())) {
                return requires.value();
            }
        }
        Requires requires = type.getAnnotation(Requires.class);
        return requires == null ? Scope.READ : requires.value();
    }

    static HttpProblem problem(AccessRefusedException refused) {
        return switch (refused.reason()) {
            case UNAUTHENTICATED ->
                HttpProblem.builder(Problem.of(ProblemType.UNAUTHENTICATED, refused.detail(), null)
                                .asAnswer())
                        // RFC 9110 section 15.5.2: required.
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sillage\"")
                        .build();
            case FORBIDDEN ->
                Problem.of(ProblemType.FORBIDDEN, refused.detail(), null).asAnswer();
            case ISSUER_UNAVAILABLE ->
                HttpProblem.builder(Problem.of(ProblemType.ISSUER_UNAVAILABLE, refused.detail(), null)
                                .asAnswer())
                        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .build();
        };
    }
}
