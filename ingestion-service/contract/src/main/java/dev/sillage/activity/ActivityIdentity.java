package dev.sillage.activity;

import java.util.Objects;

/**
 * What makes an event the same event when it comes again: CloudEvents {@code source} and {@code id}, within a tenant.
 *
 * @param tenant who sent it, from the credential
 * @param source CloudEvents {@code source}
 * @param id CloudEvents {@code id}
 */
public record ActivityIdentity(String tenant, String source, String id) {

    /** Cannot occur in any of the three parts: the door refuses control characters. */
    private static final char SEPARATOR = '\u001f';

    public ActivityIdentity {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
    }

    /**
     * The Kafka key: copies, corrections and retractions of one event meet in order on one partition, because the
     * latter two have the key of the event that they mean, and the load of a tenant spreads over all of them.
     */
    public String key() {
        return tenant + SEPARATOR + source + SEPARATOR + id;
    }
}
