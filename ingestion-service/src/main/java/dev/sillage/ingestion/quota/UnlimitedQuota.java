package dev.sillage.ingestion.quota;

import java.util.Map;

/** Counts nothing and refuses nothing. */
final class UnlimitedQuota implements Quota {
    @Override
    public void requireRoom() {
        // There always is.
    }

    @Override
    public void charge(int events) {
        // Nobody counts.
    }

    @Override
    public void refund(int events) {
        // Nobody counted.
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }
}
