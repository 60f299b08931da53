package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.check.CheckLimits;
import dev.sillage.ingestion.publish.InFlightBytes;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;

/** The configured limits, checked once when the service starts. */
@ApplicationScoped
public class Limits {
    private static final String PREFIX = "sillage.ingestion.receive.";
    private static final long MAX_BODY_BYTES = 1024 * 1024 * 1024;
    private static final long MAX_EVENT_BYTES = 896 * 1024;

    private static final Duration MAX_AHEAD = Duration.ofDays(366);

    private final ReceiveConfig config;
    private final InFlightBytes inFlight;

    Limits(ReceiveConfig config, InFlightBytes inFlight) {
        this.config = config;
        this.inFlight = inFlight;
    }

    void check(@Observes StartupEvent start) {
        requireBetween(
                "max-body-bytes", config.maxBodyBytes().asLongValue(), 1, Math.min(inFlight.max() / 2, MAX_BODY_BYTES));
        requireBetween(
                "max-unpacked-bytes",
                config.maxUnpackedBytes().asLongValue(),
                1,
                Math.min(inFlight.max() / 2, MAX_BODY_BYTES));
        requireBetween("max-ratio", config.maxRatio(), 2, 10_000);
        requireBetween("body-timeout (in ms)", config.bodyTimeout().toMillis(), 1, Integer.MAX_VALUE);
        requireBetween("max-events", config.maxEvents(), 1, 1_000_000);
        requireBetween("max-event-bytes", config.maxEventBytes().asLongValue(), 1, MAX_EVENT_BYTES);
        requireBetween("max-nesting", config.maxNesting(), 8, 500);
        requireBetween("max-attribute-length", config.maxAttributeLength(), 1, 500);
        requireBetween("max-extensions", config.maxExtensions(), 0, 64);
        requireBetween("max-extension-length", config.maxExtensionLength(), 1, 1024);
        requireBetween("max-problems-per-event", config.maxProblemsPerEvent(), 1, 100);
        requireBetween("max-problems-per-request", config.maxProblemsPerRequest(), 1, 10_000);
        requireTimes();
    }

    int maxBodyBytes() {
        return (int) config.maxBodyBytes().asLongValue();
    }

    int maxUnpackedBytes() {
        return (int) config.maxUnpackedBytes().asLongValue();
    }

    int maxRatio() {
        return config.maxRatio();
    }

    long bodyTimeoutMillis() {
        return config.bodyTimeout().toMillis();
    }

    /** Events in one request. */
    public int maxEvents() {
        return config.maxEvents();
    }

    /** Problems that the answer to one request lists. */
    public int maxProblems() {
        return config.maxProblemsPerRequest();
    }

    /** What one event may hold. */
    public CheckLimits ofEvent() {
        return new CheckLimits(
                (int) config.maxEventBytes().asLongValue(),
                config.maxNesting(),
                config.maxAttributeLength(),
                config.maxExtensions(),
                config.maxExtensionLength(),
                config.maxProblemsPerEvent(),
                config.earliestTime(),
                config.maxAhead());
    }

    private void requireTimes() {
        if (config.earliestTime().isBefore(Instant.EPOCH)
                || config.earliestTime().isAfter(Instant.now())) {
            throw new ConfigurationException(PREFIX + "earliest-time is " + config.earliestTime()
                    + ", but must lie between 1970-01-01T00:00:00Z and now");
        }
        requireBetween("max-ahead (in s)", config.maxAhead().toSeconds(), 0, MAX_AHEAD.toSeconds());
    }

    private static void requireBetween(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new ConfigurationException(
                    PREFIX + key + " is " + value + ", but must lie between " + min + " and " + max);
        }
    }
}
