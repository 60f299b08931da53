package dev.sillage.reporting.signin;

import dev.sillage.access.Access;
import dev.sillage.access.AccessRefusedException;
import dev.sillage.access.Scope;
import dev.sillage.access.Surroundings;
import dev.sillage.reporting.access.SessionCookie;
import dev.sillage.reporting.dashboard.Language;
import dev.sillage.reporting.dashboard.Theme;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A form for a credential, and what becomes of it. */
@Path("/")
class SignInResource {
    private static final String UTF_8_HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final URI FIGURES = URI.create("/");
    private static final URI FORM = URI.create("/sign-in");

    private final Access access;

    SignInResource(Access access) {
        this.access = access;
    }

    @GET
    @Path("/sign-in")
    @Produces(UTF_8_HTML)
    @Blocking
    @Operation(hidden = true)
    public Response form(
            @RestQuery @Nullable String lang,
            @CookieParam(Theme.COOKIE) @Nullable String theme,
            @Context HttpHeaders headers) {
        return page(lang, theme, headers, false).build();
    }

    @POST
    @Path("/sign-in")
    @Produces(UTF_8_HTML)
    @Blocking
    @Operation(hidden = true)
    public Response signIn(
            @FormParam("credential") @Nullable String credential,
            @CookieParam(Theme.COOKIE) @Nullable String theme,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String shown = credential == null ? "" : credential.strip();
        try {
            if (SessionCookie.holds(shown)) {
                access.require("Bearer " + shown, Scope.READ);
                return Response.seeOther(FIGURES)
                        .cookie(SessionCookie.of(shown, isSecure(uri)))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            }
        } catch (AccessRefusedException refused) {
            // Answered below, like a text that can be no credential.
        }
        return page(null, theme, headers, true)
                .status(Response.Status.FORBIDDEN)
                .build();
    }

    @POST
    @Path("/sign-out")
    @Blocking
    @Operation(hidden = true)
    public Response signOut(@Context UriInfo uri) {
        return Response.seeOther(FORM)
                .cookie(SessionCookie.ended(isSecure(uri)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response.ResponseBuilder page(
            @Nullable String lang, @Nullable String theme, HttpHeaders headers, boolean refused) {
        Language language = Language.of(lang, headers.getAcceptableLanguages());
        return Response.ok(new SignInPage(language.tag(), Theme.of(theme).attribute(), refused)
                        .setLocale(language.locale()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
    }

    /** Whoever terminates TLS in front of the service stands on another machine than the browser. */
    private static boolean isSecure(UriInfo uri) {
        return !Surroundings.isLoopback(uri.getRequestUri().getHost());
    }
}
