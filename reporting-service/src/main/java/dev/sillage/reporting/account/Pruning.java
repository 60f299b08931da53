package dev.sillage.reporting.account;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets the counts of old hours, some thousand rows at a time, so that nobody waits for it. */
@ApplicationScoped
public class Pruning {
    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final int BATCH = 5000;
    private static final long FIRST_MINUTES = 5;
    private static final long PERIOD_MINUTES = 60;
    private static final String HOURS = prune("reconciliation_hour", "hour");
    private static final String COUNTS = prune("accepted_count", "hour");
    private static final String INCARNATIONS = prune("ingestion_incarnation", "seen_at");

    private final AgroalDataSource database;
    private final Duration kept;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sillage-account-pruning");
        thread.setDaemon(true);
        return thread;
    });

    Pruning(AgroalDataSource database, AccountConfig config) {
        this.database = database;
        this.kept = config.kept();
    }

    void start(@Observes StartupEvent starting) {
        ScheduledFuture<?> pruning =
                clock.scheduleWithFixedDelay(this::tryToPrune, FIRST_MINUTES, PERIOD_MINUTES, TimeUnit.MINUTES);
        LOG.tracef("old counts are forgotten every %d minutes: %s", PERIOD_MINUTES, pruning);
    }

    void stop(@Observes ShutdownEvent stopping) {
        clock.shutdownNow();
    }

    /** The first hour whose counts are certain to be there. */
    public Instant horizon(Instant now) {
        return now.minus(kept).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    private void tryToPrune() {
        try {
            prune(Instant.now());
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("old counts could not be forgotten now: %s", e.getMessage());
        }
    }

    void prune(Instant now) throws SQLException {
        Instant first = horizon(now);
        delete(HOURS, first);
        delete(COUNTS, first);
        // A day longer, so that there is one for each hour that is kept.
        delete(INCARNATIONS, first.minus(1, ChronoUnit.DAYS));
    }

    private void delete(String sql, Instant before) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            int deleted = BATCH;
            while (deleted == BATCH) {
                deleted = delete.executeUpdate();
            }
        }
    }

    private static String prune(String table, String time) {
        return "DELETE FROM " + table + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM " + table + " WHERE " + time
                + " < ? LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED))";
    }
}
