package dev.sillage.reporting.export.otlp;

import dev.sillage.access.Tenant;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** A collector that is safe to push to. */
record PushTarget(Tenant tenant, URI endpoint, Map<String, String> headers, Duration interval) {
    private static final String PREFIX = "sillage.reporting.export.otlp.tenants.";
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** By address and not by name: a name could mean another machine tomorrow. */
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    /**
     * Checks what was configured.
     *
     * @throws IllegalStateException with the setting to change
     */
    static PushTarget of(String tenant, PushConfig.Collector collector) {
        String setting = PREFIX + '"' + tenant + '"';
        URI endpoint = collector.endpoint();
        String host = endpoint.getHost();
        boolean isSafe = "https".equals(endpoint.getScheme())
                || ("http".equals(endpoint.getScheme())
                        && host != null
                        && THIS_MACHINE.matcher(host).matches());
        if (!isSafe
                || host == null
                || endpoint.getUserInfo() != null
                || endpoint.getPath().length() < 2) {
            throw new IllegalStateException(setting + ".endpoint must be a whole address with its path, like"
                    + " https://collector.example/v1/metrics, or http on this machine, without user and password");
        }
        if (collector.interval().compareTo(SHORTEST) < 0 || collector.interval().compareTo(LONGEST) > 0) {
            throw new IllegalStateException(setting + ".interval is " + collector.interval() + ", but must lie between "
                    + SHORTEST + " and " + LONGEST);
        }
        return new PushTarget(name(tenant), endpoint, Map.copyOf(collector.headers()), collector.interval());
    }

    private static Tenant name(String tenant) {
        try {
            return new Tenant(tenant);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(PREFIX + "…: " + e.getMessage(), e);
        }
    }
}
