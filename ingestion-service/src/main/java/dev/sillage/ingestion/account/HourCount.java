package dev.sillage.ingestion.account;

import dev.sillage.activity.AcceptedCount;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this replica took of one tenant in one hour. Whoever counts holds it, and each event that is under way holds it
 * too: what is held is not complete yet.
 */
public final class HourCount implements AutoCloseable {
    private final String incarnation;
    private final long number;
    private final String tenant;
    private final Instant hour;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong uncertain = new AtomicLong();
    private final AtomicInteger holders = new AtomicInteger();

    HourCount(String incarnation, long number, String tenant, Instant hour) {
        this.incarnation = incarnation;
        this.number = number;
        this.tenant = tenant;
        this.hour = hour;
    }

    /** Before an activity goes to the broker; exactly one of the three answers must follow. */
    public void sending() {
        hold();
    }

    /** The activity is durable. */
    public void durable() {
        accepted.incrementAndGet();
        release();
    }

    /** Certainly the activity is not stored. */
    public void notStored() {
        release();
    }

    /** Nobody knows whether the activity is stored. */
    public void uncertain() {
        uncertain.incrementAndGet();
        release();
    }

    /** The caller will send nothing more. */
    @Override
    public void close() {
        release();
    }

    void refuse(int events) {
        refused.addAndGet(events);
    }

    void hold() {
        holders.incrementAndGet();
    }

    boolean isHeld() {
        return holders.get() > 0;
    }

    AcceptedCount now(boolean complete) {
        return new AcceptedCount(
                incarnation, number, tenant, hour, accepted.get(), refused.get(), uncertain.get(), complete);
    }

    private void release() {
        holders.decrementAndGet();
    }
}
