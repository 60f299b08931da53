package dev.sillage.ingestion.account;

import java.time.Duration;

/** A configuration that remembers so many hours. */
record Remembering(int maxHours) implements AccountConfig {
    @Override
    public Duration interval() {
        return Duration.ofSeconds(1);
    }
}
