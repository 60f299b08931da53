package dev.sillage.reporting.retain;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks again and again whether something is older than it is kept. */
@ApplicationScoped
class RetentionKeeper {
    private static final Logger LOG = Logger.getLogger(RetentionKeeper.class);

    private final ChangedRetention changed;
    private final ExpiredActivities expired;
    private final RetainConfig config;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "retention");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    RetentionKeeper(ChangedRetention changed, ExpiredActivities expired, RetainConfig config) {
        this.changed = changed;
        this.expired = expired;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long millis = config.interval().toMillis();
        ScheduledFuture<?> looking = clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
        LOG.debugf("looking for the end of retention every %d ms: %s", millis, looking);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        clock.shutdownNow();
    }

    /** Never throws: a scheduled task that throws is not run again. */
    private void look() {
        try {
            keep(Instant.now());
        } catch (SQLException | RuntimeException e) {
            if (!stopping) {
                LOG.warnf("the end of retention is looked for again later: %s", e.toString());
            }
        }
    }

    /** As of that moment. */
    void keep(Instant now) throws SQLException {
        changed.apply();
        expired.remove(now);
    }
}
