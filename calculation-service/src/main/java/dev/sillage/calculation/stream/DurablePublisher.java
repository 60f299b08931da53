package dev.sillage.calculation.stream;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what became of a batch, and returns when all in-sync replicas have all of it. As long as the broker is
 * gone, slow or short of replicas, the whole batch is published again after a pause: copies fall out downstream by
 * their ids, and the order within a partition is that of the last attempt.
 */
@Singleton
class DurablePublisher {
    private static final Logger LOG = Logger.getLogger(DurablePublisher.class);

    /** Between two looks at whether the service is stopping. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final KafkaClientService clients;
    private final Drain drain;

    /**
     * The emitters stay unused, because they cost more per record than its computation; asking for them is what makes
     * the connector open, configure and close the producers of their channels.
     */
    DurablePublisher(
            KafkaClientService clients,
            Drain drain,
            @Channel(ActivityStream.FOOTPRINTS) Emitter<byte[]> footprints,
            @Channel(ActivityStream.DEAD_LETTERS) Emitter<byte[]> deadLetters) {
        this.clients = clients;
        this.drain = drain;
    }

    /**
     * Publishes all outcomes. An outcome that is larger than a record may be is replaced in the list by its cut-short
     * dead letter, which is published instead.
     *
     * @return whether everything is durable; false only when the service is stopping
     */
    boolean publish(List<Outcome> outcomes) throws InterruptedException {
        Backoff backoff = new Backoff();
        while (true) {
            Attempt attempt = send(outcomes);
            while (!attempt.await(GLANCE)) {
                if (drain.isStopping()) {
                    return attempt.await(GLANCE) && isDurable(attempt);
                }
            }
            if (isDurable(attempt)) {
                return true;
            }
            BitSet tooLarge = attempt.tooLarge();
            tooLarge.stream().forEach(i -> outcomes.set(i, outcomes.get(i).cutShort()));
            if (attempt.failure() != null) {
                Duration pause = backoff.next();
                LOG.warnf(
                        "%d footprints and dead letters are not durable yet (%s); trying again in %d ms",
                        outcomes.size(), attempt.failure().toString(), pause.toMillis());
                if (drain.awaitStop(pause)) {
                    return false;
                }
            }
        }
    }

    private static boolean isDurable(Attempt attempt) {
        return attempt.failure() == null && attempt.tooLarge().isEmpty();
    }

    private Attempt send(List<Outcome> outcomes) throws InterruptedException {
        Producer<byte[], byte[]> footprints = producer(ActivityStream.FOOTPRINTS);
        Producer<byte[], byte[]> deadLetters = producer(ActivityStream.DEAD_LETTERS);
        Attempt attempt = new Attempt(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            int position = i;
            // Without a broker each send would block for its own max.block.ms: one failure ends the attempt.
            @Nullable Exception failure = attempt.failure();
            if (failure != null) {
                attempt.answered(position, failure);
                continue;
            }
            // Avoidances go out through the producer of footprints, to the topic that their records name.
            Producer<byte[], byte[]> producer = outcome instanceof Outcome.DeadLettered ? deadLetters : footprints;
            try {
                Future<RecordMetadata> unused =
                        producer.send(outcome.record(), (metadata, failed) -> attempt.answered(position, failed));
            } catch (KafkaException | IllegalStateException e) {
                attempt.answered(position, e);
            }
        }
        return attempt;
    }

    private Producer<byte[], byte[]> producer(String channel) {
        return clients.<byte[], byte[]>getProducer(channel).unwrap();
    }
}
