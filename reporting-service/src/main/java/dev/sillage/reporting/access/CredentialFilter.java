package dev.sillage.reporting.access;

import dev.sillage.access.Access;
import dev.sillage.access.AccessRefusedException;
import dev.sillage.access.Scope;
import dev.sillage.reporting.problem.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Lets no request to {@code /v1} pass without a credential that has the scope of the endpoint. */
class CredentialFilter {
    private static final String GUARDED = "/v1";

    private final Access access;
    private final CallerTenant caller;

    CredentialFilter(Access access, CallerTenant caller) {
        this.access = access;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void check(ContainerRequestContext request, SimpleResourceInfo resource) {
        String path = request.getUriInfo().getPath();
        if (!path.equals(GUARDED) && !path.startsWith(GUARDED + "/")) {
            return;
        }
        String authorization = authorization(request);
        try {
            caller.is(access.require(authorization, scope(resource)), authorization);
        } catch (AccessRefusedException refused) {
            throw Problem.accessRefused(refused);
        }
    }

    /** A cookie opens what can only be read: a page of somebody else cannot make a browser change anything. */
    private static @Nullable String authorization(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return header == null && reads ? SessionCookie.authorization(request.getCookies()) : header;
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
}
