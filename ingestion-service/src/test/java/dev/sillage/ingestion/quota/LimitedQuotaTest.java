package dev.sillage.ingestion.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitedQuotaTest {
    private static final Instant EVENING = Instant.parse("2026-11-24T23:00:00Z");

    private final Clock clock = new Clock();

    @Test
    void aTenantSendsAtItsRateAndWaitsForTheRest() {
        Quota quota = new LimitedQuota(100, 10, 0, clock);

        quota.charge(1000);

        assertRefused(quota, 1, ProblemType.RATE_LIMITED, 1);
        clock.pass(Duration.ofSeconds(1));
        quota.charge(100);
        assertRefused(quota, 1, ProblemType.RATE_LIMITED, 1);
    }

    @Test
    void aRequestLargerThanTheBurstPassesOnceAndIsMadeGoodAfterwards() {
        Quota quota = new LimitedQuota(100, 1, 0, clock);

        quota.charge(500);

        assertRefused(quota, 1, ProblemType.RATE_LIMITED, 5);
        clock.pass(Duration.ofMillis(4_100));
        assertThatCode(quota::requireRoom).doesNotThrowAnyException();
    }

    @Test
    void theDayIsExactAndStartsAgainAtMidnight() {
        Quota quota = new LimitedQuota(0, 1, 1000, clock);
        quota.charge(999);

        assertRefused(quota, 2, ProblemType.QUOTA_EXCEEDED, 3601);
        quota.charge(1);
        assertThatThrownBy(quota::requireRoom).isInstanceOf(RequestRefusedException.class);
        clock.pass(Duration.ofHours(1));
        quota.charge(1000);
        assertRefused(quota, 1, ProblemType.QUOTA_EXCEEDED, 86_401);
    }

    @Test
    void whatTheSecondRefusesIsNotCountedForTheDay() {
        Quota quota = new LimitedQuota(100, 1, 250, clock);
        quota.charge(200);

        assertRefused(quota, 50, ProblemType.RATE_LIMITED, 2);
        clock.pass(Duration.ofSeconds(2));

        quota.charge(50);
        assertRefused(quota, 1, ProblemType.QUOTA_EXCEEDED, 3599);
    }

    @Test
    void whatCouldNotBeStoredIsGivenBack() {
        Quota quota = new LimitedQuota(100, 1, 100, clock);
        quota.charge(100);

        quota.refund(100);

        assertThatCode(() -> quota.charge(100)).doesNotThrowAnyException();
    }

    @Test
    void theHeadersTellPolicyAndRest() {
        Quota quota = new LimitedQuota(100, 10, 5000, clock);
        quota.charge(300);

        assertThat(quota.headers())
                .containsEntry("RateLimit-Policy", "\"second\";q=1000;w=10, \"day\";q=5000;w=86400")
                .containsEntry("RateLimit", "\"second\";r=700, \"day\";r=4700;t=3601");
    }

    private static void assertRefused(Quota quota, int events, ProblemType type, long waitSeconds) {
        assertThatThrownBy(() -> quota.charge(events))
                .isInstanceOfSatisfying(RequestRefusedException.class, refused -> {
                    assertThat(refused.type()).isEqualTo(type);
                    assertThat(refused.toProblem().getHeaders()).containsEntry("Retry-After", waitSeconds);
                });
    }

    /** Stands still until told otherwise. */
    private static final class Clock implements TimeMeter {
        private long nanos = TimeUnit.MILLISECONDS.toNanos(EVENING.toEpochMilli());

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
