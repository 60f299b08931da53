package dev.sillage.calculation.stream;

import dev.sillage.calculation.own.OwnFactors;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads activities and publishes their footprints, one batch after the other.
 *
 * <p><b>Delivery guarantee: at least once, and the same each time.</b> The offsets of a batch are committed only after
 * all in-sync replicas have a footprint or a dead letter for each of its activities. Whatever happens before, be it a
 * kill, a rebalance or a lost broker, the batch is computed again, and because a footprint's id depends only on the
 * activity, the methodology and the factor set, the reader downstream counts it once. No activity is skipped.
 *
 * <p>The offsets are committed here, once per batch, and not by the connector ({@code commit-strategy=ignore}): its
 * throttled strategy asks the broker for committed offsets in the middle of the stream and ends the stream when there
 * is no answer, and it declares a batch that waits for the broker unhealthy.
 */
@ApplicationScoped
class ActivityStream {
    static final String ACTIVITIES = "activities";
    static final String FOOTPRINTS = "footprints";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Logger LOG = Logger.getLogger(ActivityStream.class);

    /** Between two looks at whether the service is stopping. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final FootprintCalculation calculation;
    private final DurablePublisher publisher;
    private final KafkaClientService clients;
    private final Drain drain;
    private final StreamMetrics metrics;
    private final OwnFactors ownFactors;

    ActivityStream(
            FootprintCalculation calculation,
            DurablePublisher publisher,
            KafkaClientService clients,
            Drain drain,
            StreamMetrics metrics,
            OwnFactors ownFactors) {
        this.calculation = calculation;
        this.publisher = publisher;
        this.clients = clients;
        this.drain = drain;
        this.metrics = metrics;
        this.ownFactors = ownFactors;
    }

    @Incoming(ACTIVITIES)
    @Blocking
    void compute(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
        if (!drain.begin()) {
            return;
        }
        try {
            if (!awaitOwnFactors()) {
                return;
            }
            Timer.Sample started = metrics.start();
            List<Outcome> outcomes = new ArrayList<>(batch.count());
            for (ConsumerRecord<byte[], byte[]> activity : batch) {
                outcomes.add(calculation.calculate(activity));
            }
            if (publisher.publish(outcomes)) {
                commit(batch);
                metrics.durable(outcomes, started);
            }
        } finally {
            drain.end();
        }
    }

    /** Nothing is computed before they are read, because it would be computed without them; false when stopping. */
    private boolean awaitOwnFactors() throws InterruptedException {
        while (!ownFactors.awaitWhole(GLANCE)) {
            if (drain.isStopping()) {
                return false;
            }
        }
        return true;
    }

    /** A commit that fails costs nothing but a repetition: the next batch commits further on. */
    private void commit(ConsumerRecords<byte[], byte[]> batch) {
        clients.getConsumer(ACTIVITIES)
                .commitAsync(batch.nextOffsets())
                .subscribe()
                .with(done -> {}, failure -> LOG.infof("offsets not committed (%s)", failure.toString()));
    }
}
