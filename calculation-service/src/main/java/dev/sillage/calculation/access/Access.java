package dev.sillage.calculation.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One-machine access: there are no credentials, so every request speaks for the configured tenant and only this
 * machine may reach the service, because a request may change the factors of that tenant.
 */
@ApplicationScoped
public class Access {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private final AccessConfig config;
    private final String host;

    Access(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.host = host;
    }

    /** The tenant that the current request speaks for. */
    public String tenant() {
        return config.tenant();
    }

    void check(@Observes StartupEvent start) {
        check(config.tenant(), host);
    }

    /**
     * @throws ConfigurationException when the service would be reachable from elsewhere, or the tenant has no proper
     *     name
     */
    static void check(String tenant, String host) {
        if (!NAME.matcher(tenant).matches()) {
            throw new ConfigurationException("sillage.access.tenant: '" + tenant
                    + "' is no tenant name: 1 to 63 letters, digits, '.', '_', '-', a letter or digit first");
        }
        if (!isLoopback(host)) {
            throw new ConfigurationException("quarkus.http.host=" + host
                    + " would let other machines change factors, and there are no credentials to tell them apart."
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
