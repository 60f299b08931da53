package dev.sillage.reporting.dashboard;

import dev.sillage.reporting.access.SessionCookie;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Serves the frame of the page. Its figures, and every other parameter of its address, are the browser's business. */
@Path("/")
class DashboardResource {
    private static final String UTF_8_HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final DashboardConfig config;

    DashboardResource(DashboardConfig config) {
        this.config = config;
    }

    /** Why the figures of one activity are what they are; which one, its script reads in the address. */
    @GET
    @Path("/activities/{source}/{id}")
    @NonBlocking
    @Produces(UTF_8_HTML)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(
            name = HttpHeaders.VARY,
            value = {HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE})
    @Operation(hidden = true)
    public TemplateInstance activity(
            @RestQuery @Nullable String lang,
            @CookieParam(Theme.COOKIE) @Nullable String theme,
            @Context HttpHeaders headers) {
        Language language = Language.of(lang, headers.getAcceptableLanguages());
        return new ActivityPage(language, List.of(Language.values()), Theme.of(theme), isSignedIn(headers))
                .setLocale(language.locale());
    }

    @GET
    @NonBlocking
    @Produces(UTF_8_HTML)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(
            name = HttpHeaders.VARY,
            value = {HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE})
    @Operation(hidden = true)
    public TemplateInstance page(
            @RestQuery @Nullable String lang,
            @CookieParam(Theme.COOKIE) @Nullable String theme,
            @Context HttpHeaders headers) {
        List<Locale> accepted = headers.getAcceptableLanguages();
        Language language = Language.of(lang, accepted);
        return new Page(language, List.of(Language.values()), Theme.of(theme), config.eventsUrl(), isSignedIn(headers))
                .setLocale(language.locale());
    }

    private static boolean isSignedIn(HttpHeaders headers) {
        return SessionCookie.authorization(headers.getCookies()) != null;
    }
}
