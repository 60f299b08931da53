package dev.sillage.reporting.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sillage.reporting.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads once per tick for all who look, and not at all when nobody does. It never takes more than a fifth of the time of one
 * connection: after a reading that took long, the next one comes later.
 */
@ApplicationScoped
class Poller {
    private static final Logger LOG = Logger.getLogger(Poller.class);
    private static final int PAUSES_PER_READING = 4;

    private final LiveReader reader;
    private final Audience audience;
    private final ObjectMapper json;
    private final LiveMetrics metrics;
    private final Duration tick;
    private final Clockwork clockwork;
    private final Map<String, LiveEvent> latest = new ConcurrentHashMap<>();
    private volatile Frame.@Nullable Unavailable unavailable;

    Poller(LiveReader reader, Audience audience, ObjectMapper json, LiveMetrics metrics, LiveConfig config) {
        this.reader = reader;
        this.audience = audience;
        this.json = json;
        this.metrics = metrics;
        this.tick = config.tick();
        if (tick.isNegative() || tick.isZero()) {
            throw new IllegalStateException("sillage.reporting.live.tick must be longer than nothing, not " + tick);
        }
        this.clockwork = new Clockwork("live-poller", tick, this::look);
    }

    void start(@Observes StartupEvent starting) {
        clockwork.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        clockwork.stop();
    }

    /** Shows somebody who was just admitted what is known without asking; the next tick shows the rest. */
    void welcome(Viewer viewer) {
        Frame.Unavailable problem = unavailable;
        LiveEvent known = latest.get(viewer.tenant());
        if (problem != null) {
            viewer.show(problem);
        } else if (known != null) {
            viewer.show(known);
        }
    }

    private Duration look() {
        Set<String> tenants = audience.tenants();
        latest.keySet().retainAll(tenants);
        if (tenants.isEmpty()) {
            unavailable = null;
            return tick;
        }
        long began = System.nanoTime();
        try {
            Reading reading = reader.read(tenants);
            metrics.read();
            unavailable = null;
            for (String tenant : tenants) {
                show(tenant, LiveEvent.of(reading, tenant, began, json));
            }
        } catch (SQLException failure) {
            fail(failure, new Frame.Unavailable(Problem.text(Problem.databaseUnavailable())));
        } catch (RuntimeException | Error failure) {
            fail(failure, new Frame.Unavailable(Problem.text(Problem.internal())));
        }
        Duration rest = Duration.ofNanos((System.nanoTime() - began) * PAUSES_PER_READING);
        return rest.compareTo(tick) > 0 ? rest : tick;
    }

    private void show(String tenant, LiveEvent event) {
        latest.put(tenant, event);
        for (Viewer viewer : audience.of(tenant)) {
            try {
                viewer.show(event);
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "a viewer could not be shown the figures");
                viewer.cut();
            }
        }
    }

    /** Says it once, not every second. */
    private void fail(Throwable failure, Frame.Unavailable problem) {
        metrics.failed();
        if (unavailable == null) {
            LOG.warnf(failure, "live figures are not available");
        }
        unavailable = problem;
        for (Viewer viewer : audience.all()) {
            viewer.show(problem);
        }
    }
}
