package dev.sillage.ingestion.account;

import dev.sillage.activity.AcceptedCount;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The counts of this run of this replica, per tenant and hour of acceptance. An hour leaves memory once it is over, nothing
 * of it is under way, and its last count was told; when more comes for it, that is another count with another number.
 */
@ApplicationScoped
public class Account {
    /** A request that began in an hour reaches its count within this time. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final String incarnation = UUID.randomUUID().toString();
    private final int maxHours;
    private final Map<Key, Counted> open = new ConcurrentHashMap<>();
    private final Queue<Counted> closed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger remembered = new AtomicInteger();
    private final AtomicLong nextNumber = new AtomicLong();
    private volatile boolean incomplete;

    private record Key(String tenant, Instant hour) {}

    Account(AccountConfig config, MeterRegistry meters) {
        this.maxHours = config.maxHours();
        if (maxHours < 1) {
            throw new ConfigurationException("sillage.ingestion.account.max-hours must be at least 1");
        }
        Gauge.builder("sillage.ingestion.account.hours", remembered, AtomicInteger::doubleValue)
                .description(
                        "Counts per tenant and hour that are remembered, because more may come or they are not told")
                .register(meters);
    }

    /**
     * The count of that tenant and hour, held: the caller closes it when it sends nothing more.
     *
     * @param acceptedAt as the records say it
     */
    public HourCount hold(String tenant, Instant acceptedAt) {
        Key key = new Key(tenant, acceptedAt.truncatedTo(ChronoUnit.HOURS));
        Counted counted = open.compute(key, (k, known) -> {
            Counted held = known == null ? begin(k) : known;
            if (held != null) {
                held.count.hold();
            }
            return held;
        });
        if (counted != null) {
            return counted.count;
        }
        incomplete = true;
        return new HourCount(incarnation, nextNumber.getAndIncrement(), tenant, key.hour());
    }

    /** Counts events that were refused. */
    public void refused(String tenant, Instant at, int events) {
        if (events > 0) {
            try (HourCount count = hold(tenant, at)) {
                count.refuse(events);
            }
        }
    }

    String incarnation() {
        return incarnation;
    }

    /** Whether some counts are too low, because there were too many. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Whether all that was ever counted is told and complete. */
    boolean isSettled() {
        return remembered.get() == 0;
    }

    /** Whether an activity is under way. */
    boolean isHeld() {
        return open.values().stream().anyMatch(counted -> counted.count.isHeld());
    }

    /**
     * What was not told yet. Only one thread may ask and {@link #told tell}.
     *
     * @param ending whether nothing will come any more, so that what is not held is complete
     */
    List<Untold> untold(Instant now, boolean ending) {
        for (Key key : open.keySet()) {
            if (ending || key.hour().plus(1, ChronoUnit.HOURS).plus(SETTLING).isBefore(now)) {
                open.computeIfPresent(key, (k, counted) -> counted.count.isHeld() ? counted : close(counted));
            }
        }
        List<Untold> untold = new ArrayList<>();
        closed.forEach(counted -> untold.add(new Untold(counted, counted.count.now(true))));
        for (Counted counted : open.values()) {
            AcceptedCount count = counted.count.now(false);
            if (!count.equals(counted.told)) {
                untold.add(new Untold(counted, count));
            }
        }
        return untold;
    }

    /** Notes that these are durable. */
    void told(List<Untold> untold) {
        for (Untold each : untold) {
            each.counted.told = each.count;
            if (each.count.complete()) {
                closed.remove(each.counted);
                remembered.decrementAndGet();
            }
        }
    }

    private @Nullable Counted begin(Key key) {
        if (remembered.incrementAndGet() > maxHours) {
            remembered.decrementAndGet();
            return null;
        }
        return new Counted(new HourCount(incarnation, nextNumber.getAndIncrement(), key.tenant(), key.hour()));
    }

    private @Nullable Counted close(Counted counted) {
        closed.add(counted);
        return null;
    }

    /** A count, and what was told of it last. */
    private static final class Counted {
        private final HourCount count;
        private @Nullable AcceptedCount told;

        private Counted(HourCount count) {
            this.count = count;
        }
    }

    /** A count as it is to be told. */
    static final class Untold {
        private final Counted counted;
        private final AcceptedCount count;

        private Untold(Counted counted, AcceptedCount count) {
            this.counted = counted;
            this.count = count;
        }

        AcceptedCount count() {
            return count;
        }
    }
}
