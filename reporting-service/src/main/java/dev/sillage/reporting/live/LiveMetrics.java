package dev.sillage.reporting.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** How many look, what that costs, and what goes wrong with it. */
@Singleton
class LiveMetrics {
    private static final Logger LOG = Logger.getLogger(LiveMetrics.class);

    private final Audience audience;
    private final MeterRegistry metrics;
    private final Counter read;
    private final Counter failed;
    private final Counter stuck;

    LiveMetrics(Audience audience, MeterRegistry metrics) {
        this.audience = audience;
        this.metrics = metrics;
        read = metrics.counter("sillage.live.readings", "outcome", "read");
        failed = metrics.counter("sillage.live.readings", "outcome", "failed");
        stuck = metrics.counter("sillage.live.closed.unread");
    }

    void start(@Observes StartupEvent starting) {
        Gauge gauge =
                Gauge.builder("sillage.live.viewers", audience, Audience::size).register(metrics);
        LOG.tracef("registered %s", gauge.getId());
    }

    void read() {
        read.increment();
    }

    void failed() {
        failed.increment();
    }

    void stuck() {
        stuck.increment();
    }
}
