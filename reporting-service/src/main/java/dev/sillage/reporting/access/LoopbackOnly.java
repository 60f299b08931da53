package dev.sillage.reporting.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Without credentials the service is for this machine only: it does not start where others could reach it. */
@ApplicationScoped
class LoopbackOnly {
    private final String host;
    private final CallerTenant tenant;

    LoopbackOnly(@ConfigProperty(name = "quarkus.http.host") String host, CallerTenant tenant) {
        this.host = host;
        this.tenant = tenant;
    }

    void check(@Observes StartupEvent starting) {
        requireLoopback(host, tenant.id());
    }

    /**
     * Refuses every address that another machine could use.
     *
     * @throws IllegalStateException with the key, its value and the way out
     */
    static void requireLoopback(String host, String tenant) {
        if (!isLoopback(host)) {
            throw new IllegalStateException("quarkus.http.host is " + host + ", which other machines can reach, but"
                    + " requests carry no credentials yet: everybody would see the figures of tenant " + tenant
                    + ". Set quarkus.http.host to 127.0.0.1");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
