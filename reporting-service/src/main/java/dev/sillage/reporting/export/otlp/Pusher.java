package dev.sillage.reporting.export.otlp;

import dev.sillage.reporting.export.TenantMeasures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;

/**
 * Pushes each tenant's sums to its collector. One thread reads and one sends, for all of them; of each tenant at most one
 * push is on its way, and one that fails is not kept: the next has all that it had.
 */
@ApplicationScoped
class Pusher {
    private static final Logger LOG = Logger.getLogger(Pusher.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int SILENT_PUSHES = 3;

    /** Above what the bounds on teams and kinds allow: nothing is folded away by the SDK without a word. */
    private static final int MOST_SERIES = 100_000;

    private final PushConfig config;
    private final TenantMeasures measures;
    private final PushTurns turns;
    private final MeterRegistry metrics;
    private final List<SdkMeterProvider> providers = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemon("push-clock"));
    private final ExecutorService sending = Executors.newSingleThreadExecutor(daemon("push-sending"));

    Pusher(PushConfig config, TenantMeasures measures, PushTurns turns, MeterRegistry metrics) {
        this.config = config;
        this.measures = measures;
        this.turns = turns;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent starting) {
        List<PushTarget> targets = config.tenants().entrySet().stream()
                .map(tenant -> PushTarget.of(tenant.getKey(), tenant.getValue()))
                .toList();
        targets.forEach(target -> providers.add(provider(target)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        clock.shutdownNow();
        sending.shutdownNow();
        if (!providers.isEmpty()) {
            try {
                turns.leave();
            } catch (SQLException e) {
                LOG.infof("another replica pushes as soon as this one was silent for long enough: %s", e.getMessage());
            }
        }
    }

    private SdkMeterProvider provider(PushTarget target) {
        String tenant = target.tenant().name();
        SdkMeterProvider provider = SdkMeterProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(
                                AttributeKey.stringKey("service.name"),
                                "sillage-reporting",
                                AttributeKey.stringKey("sillage.tenant"),
                                tenant))))
                .registerMetricReader(
                        PeriodicMetricReader.builder(exporter(target))
                                .setInterval(target.interval())
                                .setExecutor(clock)
                                .build(),
                        type -> MOST_SERIES)
                .build();
        Instruments instruments = new Instruments(provider.get("dev.sillage.reporting.export"), measures.ofNothing());
        var unused = provider.get("dev.sillage.reporting.export")
                .batchCallback(() -> read(target, instruments), instruments.first(), instruments.others());
        return provider;
    }

    /** What is not recorded is not sent: another replica does it, or there is nothing to be had now. */
    private void read(PushTarget target, Instruments instruments) {
        String tenant = target.tenant().name();
        try {
            if (turns.take(tenant, target.interval().multipliedBy(SILENT_PUSHES))) {
                instruments.record(measures.of(tenant));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.infof("the sums of %s are pushed later: %s", tenant, e.getMessage());
        }
    }

    private CountedExporter exporter(PushTarget target) {
        OtlpHttpMetricExporterBuilder exporter = OtlpHttpMetricExporter.builder()
                .setEndpoint(target.endpoint().toString())
                .setTimeout(LIMIT)
                .setConnectTimeout(CONNECT_LIMIT)
                .setCompression("gzip")
                .setExecutorService(sending);
        target.headers().forEach(exporter::addHeader);
        return new CountedExporter(exporter.build(), counter(target, "success"), counter(target, "failure"));
    }

    private Counter counter(PushTarget target, String outcome) {
        return Counter.builder("sillage.export.pushes")
                .description("Pushes of a tenant's sums to its collector")
                .tag("tenant", target.tenant().name())
                .tag("outcome", outcome)
                .register(metrics);
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
