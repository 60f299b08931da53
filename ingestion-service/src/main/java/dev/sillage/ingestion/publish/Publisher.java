package dev.sillage.ingestion.publish;

import dev.sillage.access.Tenant;
import dev.sillage.ingestion.account.Account;
import dev.sillage.ingestion.account.HourCount;
import dev.sillage.ingestion.check.CheckedEvent;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends accepted events and says when all of them are on the disks of every in-sync replica. */
@ApplicationScoped
public class Publisher {
    private static final Logger LOG = Logger.getLogger(Publisher.class);

    /** A failure that lasts meets every request. */
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

    private static final AtomicLong LAST_LOGGED_NANOS = new AtomicLong(System.nanoTime() - LOG_INTERVAL.toNanos());

    private final ActivityChannel channel;
    private final BrokerWatch watch;
    private final WaitingDeliveries waiting;
    private final Account account;
    private final SpanMarkers markers = new SpanMarkers();

    Publisher(ActivityChannel channel, BrokerWatch watch, WaitingDeliveries waiting, Account account) {
        this.channel = channel;
        this.watch = watch;
        this.waiting = waiting;
        this.account = account;
    }

    /**
     * Refuses a request before its body is read while the broker is so slow that others wait already.
     *
     * @throws RequestRefusedException of type {@link ProblemType#SATURATED}
     */
    public void requireRoom() {
        if (waiting.isSlow()) {
            throw new RequestRefusedException(
                    ProblemType.SATURATED, "Events that came before wait for the broker to store them.");
        }
    }

    /**
     * Refuses a request at once while the broker is away.
     *
     * @throws RequestRefusedException of type {@link ProblemType#BROKER_UNAVAILABLE}
     */
    public void requireBroker() {
        if (!watch.isReachable()) {
            throw new RequestRefusedException(ProblemType.BROKER_UNAVAILABLE, "The broker does not answer.");
        }
    }

    /**
     * Publishes the events of one request in their order. Must not be called on an event loop: it can wait for up to
     * {@code max.block.ms} while the producer has no room or no metadata.
     *
     * <p>Fails with {@link RequestRefusedException}, type {@link ProblemType#SATURATED}, {@link
     * ProblemType#BROKER_UNAVAILABLE} or {@link ProblemType#NOT_DURABLE}, when not every event is known to be durable;
     * some may be, so the sender repeats all of them under the same ids.
     *
     * @param observed what is for the owner of the series of its service, under the same promise
     * @param acceptedAt when the events were taken, as the records say it
     * @param trace the sampled trace that the records carry on
     */
    public Uni<Void> publish(
            Tenant tenant,
            List<CheckedEvent> events,
            List<Observed> observed,
            Instant acceptedAt,
            @Nullable TraceContext trace) {
        return publish(tenant, events, observed, acceptedAt, trace, true);
    }

    /** The same for what nobody waits for: it may take as long as the producer tries. */
    public Uni<Void> publishPatiently(Tenant tenant, List<CheckedEvent> events, Instant acceptedAt) {
        return publish(tenant, events, List.of(), acceptedAt, null, false);
    }

    private Uni<Void> publish(
            Tenant tenant,
            List<CheckedEvent> events,
            List<Observed> observed,
            Instant acceptedAt,
            @Nullable TraceContext trace,
            boolean impatient) {
        List<Observed> news = markers.withoutRepeated(tenant, observed, acceptedAt);
        Delivery delivery = new Delivery(events.size() + news.size());
        // Whether or not anybody waits for the answer still.
        CompletableFuture<Void> settled = delivery.done().whenComplete((durable, failure) -> {
            watch.forget(delivery);
            if (failure == null) {
                watch.acknowledged();
            } else {
                markers.forget(tenant, news);
            }
        });
        if (impatient) {
            watch.expect(delivery);
        }
        Producer<byte[], byte[]> producer = channel.producer();
        ActivityRecords records = new ActivityRecords(channel.topic(), tenant, acceptedAt, trace);
        try (HourCount count = account.hold(tenant.name(), acceptedAt)) {
            CountedDelivery counted = new CountedDelivery(count, delivery);
            for (CheckedEvent event : events) {
                // After the first failure each further record could wait as long as that one did.
                if (delivery.hasFailed()) {
                    break;
                }
                counted.send(producer, records.of(event));
            }
            for (Observed observation : news) {
                if (delivery.hasFailed()) {
                    break;
                }
                Future<RecordMetadata> unused =
                        producer.send(ObservationRecords.of(tenant, observation, acceptedAt), delivery);
            }
        } catch (RuntimeException e) {
            // Whatever it is, the sender is told that not all is durable, and nothing waits for this delivery for ever.
            delivery.fail(e);
        }
        return Uni.createFrom()
                .completionStage(() -> settled.copy())
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .onFailure()
                .transform(Publisher::refused);
    }

    static RequestRefusedException refused(Throwable failure) {
        if (failure instanceof BufferExhaustedException) {
            return new RequestRefusedException(ProblemType.SATURATED, "The producer's buffer is full.");
        }
        if (failure instanceof RetriableException) {
            return new RequestRefusedException(ProblemType.BROKER_UNAVAILABLE, "The broker did not answer in time.");
        }
        long now = System.nanoTime();
        long last = LAST_LOGGED_NANOS.get();
        if (now - last >= LOG_INTERVAL.toNanos() && LAST_LOGGED_NANOS.compareAndSet(last, now)) {
            LOG.error("Events could not be stored; the next failure is said in a minute at the earliest", failure);
        }
        return new RequestRefusedException(ProblemType.NOT_DURABLE, "The broker refused some of the events.");
    }
}
