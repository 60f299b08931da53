package dev.sillage.ingestion.series;

import dev.sillage.ingestion.check.CheckedEvent;
import dev.sillage.ingestion.check.EventCheck;
import dev.sillage.ingestion.otlp.EventWriter;
import dev.sillage.ingestion.publish.DeadLetters;
import dev.sillage.ingestion.publish.Publisher;
import dev.sillage.ingestion.receive.Limits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts the partitions of the observations that fall to this replica. For each poll it publishes the activities, then
 * stores in one transaction where the series stand and how far the observations are read. Whatever breaks in between, the
 * same activities come again under the same ids, and an owner that has lost its partition cannot store anything any more.
 */
@ApplicationScoped
class SeriesOwner {
    private static final Logger LOG = Logger.getLogger(SeriesOwner.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SeriesClients clients;
    private final Publisher publisher;
    private final DeadLetters deadLetters;
    private final EventCheck check;
    private final EventWriter writer = new EventWriter();
    private final int maxSeries;
    private final Counter activities;
    private final Counter letters;
    private final Counter spansWon;
    private final Thread thread = new Thread(this::run, "series-owner");

    private volatile boolean stopped;
    private volatile @Nullable OwnedPartitions owned;

    SeriesOwner(
            SeriesClients clients,
            Publisher publisher,
            DeadLetters deadLetters,
            Limits limits,
            SeriesConfig config,
            MeterRegistry meters) {
        this.clients = clients;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.check = new EventCheck(limits.ofEvent());
        this.maxSeries = config.maxPerPartition();
        this.activities = Counter.builder("sillage.ingestion.series.activities")
                .description("Activities that were published for metrics")
                .register(meters);
        this.letters = Counter.builder("sillage.ingestion.series.dead.letters")
                .description("Observations that were set aside")
                .register(meters);
        this.spansWon = Counter.builder("sillage.ingestion.series.spans.won")
                .description("Windows of metrics that were not counted because their service sends spans")
                .register(meters);
    }

    void start(@Observes StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    /** While the producer is still there, and before the last counts are told. */
    void end(@Observes ShutdownEvent end) throws InterruptedException {
        stop();
    }

    void stop() throws InterruptedException {
        stopped = true;
        OwnedPartitions now = owned;
        if (now != null) {
            now.wakeUp();
        }
        LockSupport.unpark(thread);
        thread.join();
    }

    /** Begins anew after every failure: nothing that is only in memory is worth keeping then. */
    private void run() {
        while (!stopped) {
            try (OwnedPartitions partitions = new OwnedPartitions(clients)) {
                owned = partitions;
                while (!stopped) {
                    count(partitions);
                }
            } catch (WakeupException e) {
                // Told to stop.
            } catch (RuntimeException e) {
                LOG.warnf("Metrics are not counted for the moment: %s", e);
                LockSupport.parkNanos(this, PAUSE.toNanos());
            }
        }
    }

    private void count(OwnedPartitions partitions) {
        Batch batch = new Batch(check, writer, maxSeries);
        if (!partitions.poll(batch)) {
            return;
        }
        publish(batch);
        partitions.store();
        activities.increment(
                batch.activities().values().stream().mapToInt(List::size).sum());
        letters.increment(batch.letters().size());
        spansWon.increment(batch.spansWon());
    }

    private void publish(Batch batch) {
        List<Uni<Void>> deliveries = new ArrayList<>();
        batch.activities()
                .forEach((Batch.From from, List<CheckedEvent> events) ->
                        deliveries.add(publisher.publishPatiently(from.tenant(), events, from.acceptedAt())));
        for (Batch.Letter letter : batch.letters()) {
            deliveries.add(deadLetters.add(letter.record(), letter.reason(), letter.detail()));
        }
        if (!deliveries.isEmpty()) {
            Uni.join().all(deliveries).andFailFast().await().atMost(ANSWER_LIMIT);
        }
    }
}
