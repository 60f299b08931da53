package dev.sillage.ingestion.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One-machine access: there are no credentials, so every request speaks for the configured tenant and only this
 * machine may reach the service.
 */
@ApplicationScoped
public class Access {
    private final AccessConfig config;
    private final String host;

    Access(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.host = host;
    }

    /** The tenant that the current request speaks for. */
    public Tenant tenant() {
        return new Tenant(config.tenant());
    }

    void check(@Observes StartupEvent start) {
        check(config.tenant(), host);
    }

    /**
     * @throws ConfigurationException when the service would be reachable from elsewhere, or the tenant has no proper
     *     name
     */
    static void check(String tenant, String host) {
        try {
            new Tenant(tenant);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("sillage.access.tenant: " + e.getMessage(), e);
        }
        if (!isLoopback(host)) {
            throw new ConfigurationException("quarkus.http.host=" + host
                    + " would let other machines send events, and there are no credentials to tell them apart."
                    + " Set quarkus.http.host to 127.0.0.1, ::1 or localhost.");
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
