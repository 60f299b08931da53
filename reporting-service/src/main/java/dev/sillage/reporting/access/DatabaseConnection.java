package dev.sillage.reporting.access;

import dev.sillage.access.Surroundings;
import dev.sillage.access.UnsafeStartException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * How the book of record is reached.
 *
 * @param jdbcUrl {@code quarkus.datasource.jdbc.url}
 * @param password {@code quarkus.datasource.password}, empty when there is none
 */
record DatabaseConnection(String jdbcUrl, String password) {
    private static final String PREFIX = "jdbc:";
    private static final String VERIFIED = "sslmode=verify-full";
    private static final Set<String> WELL_KNOWN = Set.of("", "postgres", "password", "sillage", "changeme", "admin");

    /**
     * @throws UnsafeStartException when figures would cross a network in the clear, or with a password that everybody knows
     */
    void requireProtection() {
        URI uri = URI.create(jdbcUrl.startsWith(PREFIX) ? jdbcUrl.substring(PREFIX.length()) : jdbcUrl);
        if (uri.getHost() != null && Surroundings.isLoopback(uri.getHost())) {
            return;
        }
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        if (!Arrays.asList(query.split("&", -1)).contains(VERIFIED)) {
            throw new UnsafeStartException("quarkus.datasource.jdbc.url reaches PostgreSQL on another machine without"
                    + " checking who answers; add " + VERIFIED + " and sslrootcert to it");
        }
        if (WELL_KNOWN.contains(password.toLowerCase(Locale.ROOT))) {
            throw new UnsafeStartException(
                    "quarkus.datasource.password is missing or one that everybody knows; set a secret of your own");
        }
    }
}
