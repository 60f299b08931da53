package dev.sillage.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewerTest {
    private static final SseImpl EVENTS = new SseImpl();

    @Test
    void ofAllThatHappensWhileNothingIsReadOnlyTheNewestIsKept() {
        Reading reading = new Reading(viewer(null));

        for (int version = 1; version <= 10_000; version++) {
            reading.viewer.show(event(version, version));
        }
        assertThat(reading.seen).as("the greeting").hasSize(1);
        reading.next();
        reading.next();

        assertThat(reading.ids()).containsExactly("10000-0000000000002710");
    }

    @Test
    void theSameFiguresAreShownOnce() {
        Reading reading = new Reading(viewer(null)).next();

        reading.viewer.show(event(1, 7));
        reading.next();
        reading.viewer.show(event(2, 7));
        reading.next();

        assertThat(reading.ids()).containsExactly("1-0000000000000007");
    }

    @Test
    void afterAProblemFiguresAreShownAlsoWhenTheyAreTheSame() {
        Reading reading = new Reading(viewer(null)).next();
        reading.viewer.show(event(1, 7));
        reading.next();

        reading.viewer.show(new Frame.Unavailable("{}"));
        reading.viewer.show(new Frame.Unavailable("{}"));
        reading.next();
        reading.viewer.show(event(2, 7));
        reading.next();

        assertThat(reading.names()).containsExactly("figures", "unavailable", "figures");
    }

    @Test
    void anOlderReadingNeverFollowsANewerOne() {
        Reading reading = new Reading(viewer(null)).next();
        LiveEvent older = event(1, 1);
        LiveEvent newer = event(2, 2);

        reading.viewer.show(newer);
        reading.next();
        reading.viewer.show(older);
        reading.next();

        assertThat(reading.ids()).containsExactly(newer.id().text());
    }

    @Test
    void whoSawMoreElsewhereWaitsForAReadingThatBeganAfterItCame() {
        LiveEvent before = event(5, 5);
        Reading reading = new Reading(viewer(new EventId(6, "00000000000000ff"))).next();

        reading.viewer.show(before);
        reading.viewer.show(event(3, 3));
        reading.next();

        assertThat(reading.ids()).as("a database that began to count again").containsExactly("3-0000000000000003");
    }

    @Test
    void whatIsWrittenAndNotReadIsStuckAfterAWhile() {
        Reading reading = new Reading(viewer(null));
        long now = System.nanoTime();

        assertThat(reading.viewer.isStuck(now, Duration.ofSeconds(5))).isFalse();
        assertThat(reading.viewer.isStuck(now + Duration.ofSeconds(6).toNanos(), Duration.ofSeconds(5)))
                .isTrue();
        reading.next();
        assertThat(reading.viewer.isStuck(now + Duration.ofSeconds(6).toNanos(), Duration.ofSeconds(5)))
                .isFalse();
    }

    private static LiveEvent event(long version, long digest) {
        return new LiveEvent(new EventId(version, String.format("%016x", digest)), System.nanoTime(), "{}");
    }

    private static Viewer viewer(@Nullable EventId resumedAfter) {
        return new Viewer("a", null, new Line(null), EVENTS::newEventBuilder, resumedAfter, gone -> {});
    }

    /** Reads only when it is told to. */
    private static final class Reading implements Flow.Subscriber<OutboundSseEvent> {
        private final List<OutboundSseEvent> seen = new ArrayList<>();
        private final Viewer viewer;

        Reading(Viewer viewer) {
            this.viewer = viewer;
            viewer.subscribe(this);
        }

        Reading next() {
            viewer.request(1);
            return this;
        }

        List<String> ids() {
            return seen.stream()
                    .map(OutboundSseEvent::getId)
                    .filter(id -> id != null)
                    .toList();
        }

        List<String> names() {
            return seen.stream()
                    .map(OutboundSseEvent::getName)
                    .filter(name -> name != null)
                    .toList();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(OutboundSseEvent event) {
            seen.add(event);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
