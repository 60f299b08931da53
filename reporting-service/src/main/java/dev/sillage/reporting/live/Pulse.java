package dev.sillage.reporting.live;

import dev.sillage.access.Access;
import dev.sillage.access.AccessRefusedException;
import dev.sillage.access.Scope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Looks after the streams, also while the database is silent: breaks their silence, and ends those that nobody reads, that
 * are closed, or whose credential does not hold any more.
 */
@ApplicationScoped
class Pulse {
    private static final Logger LOG = Logger.getLogger(Pulse.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Audience audience;
    private final Access access;
    private final LiveMetrics metrics;
    private final Duration heartbeat;
    private final Duration unread;
    private final Clockwork clockwork;

    Pulse(Audience audience, Access access, LiveMetrics metrics, LiveConfig config) {
        this.audience = audience;
        this.access = access;
        this.metrics = metrics;
        this.heartbeat = positive("heartbeat", config.heartbeat());
        this.unread = positive("unread", config.unread());
        this.clockwork = new Clockwork("live-pulse", LONGEST_PAUSE, this::beat);
    }

    void start(@Observes StartupEvent starting) {
        clockwork.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        clockwork.stop();
        audience.all().forEach(Viewer::end);
    }

    private Duration beat() {
        for (Viewer viewer : audience.all()) {
            try {
                lookAfter(viewer, System.nanoTime());
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "a stream is given up");
                viewer.cut();
            }
        }
        return LONGEST_PAUSE;
    }

    private void lookAfter(Viewer viewer, long now) {
        if (viewer.gone()) {
            viewer.cancel();
        } else if (viewer.isStuck(now, unread)) {
            metrics.stuck();
            viewer.cut();
        } else if (viewer.isDueForCheck(now, heartbeat) && !isStillAllowed(viewer)) {
            viewer.end();
        } else {
            viewer.beat(now, heartbeat);
        }
    }

    private boolean isStillAllowed(Viewer viewer) {
        try {
            return access.require(viewer.authorization(), Scope.READ)
                    .tenant()
                    .name()
                    .equals(viewer.tenant());
        } catch (AccessRefusedException refused) {
            return refused.reason() == AccessRefusedException.Reason.ISSUER_UNAVAILABLE;
        }
    }

    private static Duration positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalStateException(
                    "sillage.reporting.live." + key + " must be longer than nothing, not " + value);
        }
        return value;
    }
}
