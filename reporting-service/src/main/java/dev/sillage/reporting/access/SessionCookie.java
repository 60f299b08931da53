package dev.sillage.reporting.access;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The credential of a person in front of a browser, until the browser is closed. */
public final class SessionCookie {
    private static final String NAME = "sillage-session";
    private static final Pattern CREDENTIAL = Pattern.compile("[A-Za-z0-9._~+/=-]{1,4000}");

    private SessionCookie() {}

    /** Whether a text can be a credential in a cookie. */
    public static boolean holds(String credential) {
        return CREDENTIAL.matcher(credential).matches();
    }

    /**
     * The cookie that keeps a credential.
     *
     * @param secure whether it is sent over TLS only
     */
    public static NewCookie of(String credential, boolean secure) {
        return cookie(credential, NewCookie.DEFAULT_MAX_AGE, secure);
    }

    /** The cookie that ends the session. */
    public static NewCookie ended(boolean secure) {
        return cookie("", 0, secure);
    }

    /** What the header would be; null without a session. */
    public static @Nullable String authorization(Map<String, Cookie> cookies) {
        Cookie cookie = cookies.get(NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : "Bearer " + cookie.getValue();
    }

    private static NewCookie cookie(String value, int maxAge, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
