package dev.sillage.ingestion.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sillage.activity.AcceptedCount;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant HOUR = Instant.parse("2026-11-28T10:00:00Z");
    private static final Instant DURING = HOUR.plus(Duration.ofMinutes(20));
    private static final Instant AFTER = HOUR.plus(Duration.ofMinutes(62));

    private final Account account = new Account(new Remembering(3), new SimpleMeterRegistry());

    @Test
    void whatChangedIsToldWithAllThatWasCountedAndWhatDidNotChangeIsNot() {
        accept("acme", DURING);
        tell(DURING);
        accept("acme", DURING);
        account.refused("acme", DURING, 3);

        List<AcceptedCount> second = tell(DURING);

        assertThat(second).singleElement().satisfies(count -> {
            assertThat(count.hour()).isEqualTo(HOUR);
            assertThat(count.accepted()).isEqualTo(2);
            assertThat(count.refused()).isEqualTo(3);
            assertThat(count.complete()).isFalse();
        });
        assertThat(tell(DURING)).isEmpty();
    }

    @Test
    void whatCouldNotBeToldIsToldAgain() {
        accept("acme", DURING);
        account.untold(DURING, false);

        assertThat(tell(DURING)).hasSize(1);
    }

    @Test
    void anHourThatIsOverLeavesMemoryOnceItsLastCountIsTold() {
        accept("acme", DURING);
        tell(DURING);
        account.untold(AFTER, false);
        boolean beforeItIsTold = account.isSettled();

        List<AcceptedCount> last = tell(AFTER);

        assertThat(beforeItIsTold).isFalse();
        assertThat(last).singleElement().satisfies(count -> assertThat(count.complete())
                .isTrue());
        assertThat(account.isSettled()).isTrue();
    }

    @Test
    void anHourIsNotCompleteWhileAnActivityOfItIsUnderWay() {
        HourCount count = account.hold("acme", DURING);
        count.sending();
        count.close();
        List<AcceptedCount> early = tell(AFTER);

        count.durable();

        assertThat(early).noneMatch(AcceptedCount::complete);
        assertThat(tell(AFTER)).singleElement().satisfies(last -> {
            assertThat(last.accepted()).isOne();
            assertThat(last.complete()).isTrue();
        });
    }

    @Test
    void whatComesForAnHourThatWasCompleteIsAnotherCountAndNotALowerOne() {
        accept("acme", DURING);
        AcceptedCount first = tell(AFTER).get(0);

        accept("acme", DURING);

        AcceptedCount second = tell(AFTER).get(0);
        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(second.accepted()).isOne();
    }

    @Test
    void anActivityWithoutAnAnswerIsNeitherAcceptedNorForgotten() {
        try (HourCount count = account.hold("acme", DURING)) {
            count.sending();
            count.uncertain();
            count.sending();
            count.notStored();
        }

        assertThat(tell(DURING)).singleElement().satisfies(count -> {
            assertThat(count.accepted()).isZero();
            assertThat(count.uncertain()).isOne();
        });
    }

    @Test
    void beyondTheBoundNothingIsRememberedAndItIsKnownThatCountsAreMissing() {
        for (String tenant : List.of("a", "b", "c")) {
            accept(tenant, DURING);
        }
        boolean upToTheBound = account.isIncomplete();

        accept("d", DURING);

        assertThat(upToTheBound).isFalse();
        assertThat(account.isIncomplete()).isTrue();
        assertThat(tell(DURING)).extracting(AcceptedCount::tenant).containsExactlyInAnyOrder("a", "b", "c");
    }

    private void accept(String tenant, Instant at) {
        try (HourCount count = account.hold(tenant, at)) {
            count.sending();
            count.durable();
        }
    }

    private List<AcceptedCount> tell(Instant now) {
        List<Account.Untold> untold = account.untold(now, false);
        account.told(untold);
        return untold.stream().map(Account.Untold::count).toList();
    }
}
