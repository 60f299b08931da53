package dev.sillage.reporting.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks. At most one frame is being written and at most one waits, always the newest: a viewer that reads
 * slowly sees fewer states, never old ones.
 */
final class Viewer implements Flow.Publisher<OutboundSseEvent>, Flow.Subscription {
    private static final long RETRY_MIN_MILLIS = 1_000;
    private static final long RETRY_MAX_MILLIS = 4_000;

    private final String tenant;
    private final @Nullable String authorization;
    private final Line line;
    private final Supplier<OutboundSseEvent.Builder> builders;
    private final Consumer<Viewer> leave;
    private final @Nullable EventId resumedAfter;
    private final long joinedAt = System.nanoTime();

    private Flow.@Nullable Subscriber<? super OutboundSseEvent> subscriber;
    private long demand;
    private boolean ended;
    private boolean writing;
    private long lastWrite = joinedAt;
    private long lastCheck = joinedAt;
    private @Nullable Frame waiting =
            new Frame.Greeting(ThreadLocalRandom.current().nextLong(RETRY_MIN_MILLIS, RETRY_MAX_MILLIS));
    private @Nullable LiveEvent last;
    private String seenDigest;
    private boolean toldUnavailable;

    /**
     * @param authorization of the request, null when it had none
     * @param resumedAfter what it saw last, on an earlier stream; null for nothing
     * @param leave is told when it does not look any more, maybe more than once
     */
    Viewer(
            String tenant,
            @Nullable String authorization,
            Line line,
            Supplier<OutboundSseEvent.Builder> builders,
            @Nullable EventId resumedAfter,
            Consumer<Viewer> leave) {
        this.tenant = tenant;
        this.authorization = authorization;
        this.line = line;
        this.builders = builders;
        this.resumedAfter = resumedAfter;
        this.seenDigest = resumedAfter == null ? "" : resumedAfter.digest();
        this.leave = leave;
    }

    String tenant() {
        return tenant;
    }

    @Nullable
    String authorization() {
        return authorization;
    }

    boolean gone() {
        return line.closed();
    }

    /** Shows a state, unless it is what this viewer sees, or older. */
    void show(LiveEvent event) {
        synchronized (this) {
            if (ended || isOlder(event)) {
                return;
            }
            last = event;
            if (event.id().digest().equals(seenDigest) && !toldUnavailable) {
                return;
            }
            seenDigest = event.id().digest();
            toldUnavailable = false;
            waiting = new Frame.Figures(event);
        }
        write();
    }

    /** Another replica can have shown more than what was read here before this viewer came. */
    private boolean isOlder(LiveEvent event) {
        if (last != null && event.readAt() - last.readAt() <= 0) {
            return true;
        }
        return resumedAfter != null
                && event.readAt() - joinedAt < 0
                && event.id().version() < resumedAfter.version();
    }

    /** Tells, once, that the state of now is not known. */
    void show(Frame.Unavailable unavailable) {
        synchronized (this) {
            if (ended || toldUnavailable) {
                return;
            }
            toldUnavailable = true;
            waiting = unavailable;
        }
        write();
    }

    /** Breaks a silence that has lasted this long. */
    void beat(long now, Duration longest) {
        synchronized (this) {
            if (ended || writing || waiting != null || now - lastWrite < longest.toNanos()) {
                return;
            }
            waiting = new Frame.Heartbeat();
        }
        write();
    }

    /** Whether what was written has been unread for so long. */
    synchronized boolean isStuck(long now, Duration limit) {
        return writing && now - lastWrite > limit.toNanos();
    }

    /** Whether the credential was last looked at so long ago; then it counts as looked at now. */
    synchronized boolean isDueForCheck(long now, Duration every) {
        if (now - lastCheck < every.toNanos()) {
            return false;
        }
        lastCheck = now;
        return true;
    }

    /** Ends the stream; when something is unread, by closing the connection. */
    void end() {
        Flow.Subscriber<? super OutboundSseEvent> polite;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting = null;
            polite = writing ? null : subscriber;
        }
        leave.accept(this);
        if (polite == null) {
            line.cut();
        } else {
            polite.onComplete();
        }
    }

    /** Closes the connection, whatever is unread. */
    void cut() {
        cancel();
        line.cut();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super OutboundSseEvent> newSubscriber) {
        synchronized (this) {
            subscriber = newSubscriber;
        }
        newSubscriber.onSubscribe(this);
    }

    /** What was written is read, or at least on its way. */
    @Override
    public void request(long more) {
        synchronized (this) {
            demand += more;
            writing = false;
        }
        write();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            ended = true;
            waiting = null;
        }
        leave.accept(this);
    }

    private void write() {
        Flow.Subscriber<? super OutboundSseEvent> to;
        Frame frame;
        synchronized (this) {
            to = subscriber;
            frame = waiting;
            if (to == null || frame == null || demand == 0) {
                return;
            }
            demand--;
            waiting = null;
            writing = true;
            lastWrite = System.nanoTime();
        }
        to.onNext(frame.on(builders.get()));
    }
}
