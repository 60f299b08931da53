package dev.sillage.reporting.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
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
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The differences as metrics, over all tenants; NaN while they cannot be told. Any other than 0 is worth an alert. */
@ApplicationScoped
class ReconciliationGauges {
    private static final Logger LOG = Logger.getLogger(ReconciliationGauges.class);
    private static final long PERIOD_SECONDS = 15;

    private final Reconciler reconciler;
    private final Hours hours;
    private final HourGauges hourGauges;
    private final MeterRegistry metrics;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sillage-reconciliation");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Reconciliation last;

    ReconciliationGauges(Reconciler reconciler, Hours hours, HourGauges hourGauges, MeterRegistry metrics) {
        this.reconciler = reconciler;
        this.hours = hours;
        this.hourGauges = hourGauges;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent starting) {
        difference(
                "accepted",
                state -> state.differences() == null
                        ? Double.NaN
                        : state.differences().accepted());
        difference(
                "computed",
                state -> state.differences() == null
                        ? Double.NaN
                        : state.differences().computed());
        inFlight(
                "calculation",
                state ->
                        state.inFlight() == null ? Double.NaN : state.inFlight().calculation());
        inFlight(
                "reporting",
                state ->
                        state.inFlight() == null ? Double.NaN : state.inFlight().reporting());
        deadLetters("calculation");
        deadLetters("reporting");
        gauge("sillage.reconciliation.conflicts", Tags.empty(), Reconciliation::conflicts);
        hourGauges.showUnknown();
        ScheduledFuture<?> refreshing =
                clock.scheduleWithFixedDelay(this::refresh, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
        LOG.debugf("reconciliation metrics are refreshed every %d s: %s", PERIOD_SECONDS, refreshing);
    }

    void stop(@Observes ShutdownEvent stopping) {
        clock.shutdownNow();
    }

    private void refresh() {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            last = reconciler.reconcileAll();
        } catch (SQLException | RuntimeException e) {
            last = null;
            LOG.warnf("the counts cannot be compared now: %s", e.getMessage());
        } finally {
            request.terminate();
        }
        refreshHours();
    }

    private void refreshHours() {
        try {
            hourGauges.show(hours.doubtful(Instant.now()));
        } catch (SQLException | RuntimeException e) {
            hourGauges.showUnknown();
            LOG.warnf("the hours cannot be compared now: %s", e.getMessage());
        }
    }

    private void difference(String of, ToDoubleFunction<Reconciliation> value) {
        gauge("sillage.reconciliation.difference", Tags.of("of", of), value);
    }

    private void inFlight(String stage, ToDoubleFunction<Reconciliation> value) {
        gauge("sillage.reconciliation.in.flight", Tags.of("stage", stage), value);
    }

    private void deadLetters(String stage) {
        gauge("sillage.dead.letters", Tags.of("stage", stage), state -> state.deadLetters().stream()
                .filter(letters -> letters.stage().equals(stage))
                .mapToLong(Recorded.DeadLetterCount::count)
                .sum());
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<Reconciliation> value) {
        Gauge gauge = Gauge.builder(name, () -> {
                    Reconciliation state = last;
                    return state == null ? Double.NaN : value.applyAsDouble(state);
                })
                .tags(tags)
                .register(metrics);
        LOG.tracef("registered %s", gauge.getId());
    }
}
