package dev.sillage.ingestion.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Addresses and credentials of the broker, as the channel of activities has them, for every other client of it. */
@ApplicationScoped
public class BrokerSettings {
    private final ActivityChannel channel;

    BrokerSettings(ActivityChannel channel) {
        this.channel = channel;
    }

    /** Those that a client with these settings knows; a map of its own for the caller to complete. */
    public Map<String, Object> of(Set<String> names) {
        Map<String, Object> settings = new HashMap<>(channel.clientConfiguration());
        settings.keySet().retainAll(names);
        return settings;
    }
}
