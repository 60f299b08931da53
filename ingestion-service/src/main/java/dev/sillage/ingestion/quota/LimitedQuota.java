package dev.sillage.ingestion.quota;

import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Two token buckets: one for the second, which may go into debt, and one for the day of UTC, which may not. */
final class LimitedQuota implements Quota {
    private static final Duration DAY = Duration.ofDays(1);

    private final @Nullable Bucket second;
    private final @Nullable Bucket day;
    private final String policy;
    private final TimeMeter clock;

    /** Limits that are 0 do not hold. */
    LimitedQuota(long eventsPerSecond, long burstSeconds, long eventsPerDay, TimeMeter clock) {
        this.clock = clock;
        long burst = eventsPerSecond * burstSeconds;
        this.second = eventsPerSecond == 0
                ? null
                : bucket(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(eventsPerSecond, Duration.ofSeconds(1))
                        .build());
        this.day = eventsPerDay == 0
                ? null
                : bucket(Bandwidth.builder()
                        .capacity(eventsPerDay)
                        .refillIntervallyAligned(eventsPerDay, DAY, nextMidnight())
                        .build());
        List<String> policies = new ArrayList<>();
        if (second != null) {
            policies.add("\"second\";q=" + burst + ";w=" + burstSeconds);
        }
        if (day != null) {
            policies.add("\"day\";q=" + eventsPerDay + ";w=" + DAY.toSeconds());
        }
        this.policy = String.join(", ", policies);
    }

    private Bucket bucket(Bandwidth bandwidth) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(bandwidth)
                .build();
    }

    @Override
    public void requireRoom() {
        if (day != null) {
            EstimationProbe probe = day.estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw exceeded(0);
            }
        }
        if (second != null) {
            EstimationProbe probe = second.estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw limited(probe.getNanosToWaitForRefill());
            }
        }
    }

    @Override
    public void charge(int events) {
        if (day != null) {
            ConsumptionProbe probe = day.tryConsumeAndReturnRemaining(events);
            if (!probe.isConsumed()) {
                throw exceeded(probe.getRemainingTokens());
            }
        }
        if (second != null) {
            ConsumptionProbe first = second.tryConsumeAndReturnRemaining(1);
            if (!first.isConsumed()) {
                if (day != null) {
                    day.addTokens(events);
                }
                throw limited(first.getNanosToWaitForRefill());
            }
            if (events > 1) {
                long unusedPenalty = second.consumeIgnoringRateLimits(events - 1L);
            }
        }
    }

    @Override
    public void refund(int events) {
        if (day != null) {
            day.addTokens(events);
        }
        if (second != null) {
            second.addTokens(events);
        }
    }

    @Override
    public Map<String, String> headers() {
        List<String> left = new ArrayList<>();
        if (second != null) {
            left.add("\"second\";r=" + Math.max(0, second.getAvailableTokens()));
        }
        if (day != null) {
            left.add("\"day\";r=" + day.getAvailableTokens() + ";t=" + secondsToMidnight());
        }
        return Map.of("RateLimit-Policy", policy, "RateLimit", String.join(", ", left));
    }

    private static RequestRefusedException limited(long nanosToWait) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanosToWait) + 1;
        return new RequestRefusedException(ProblemType.RATE_LIMITED, "The tenant sends faster than it may.")
                .repeatAfter(seconds);
    }

    private RequestRefusedException exceeded(long left) {
        return new RequestRefusedException(
                        ProblemType.QUOTA_EXCEEDED, "The tenant may send " + left + " more events today.")
                .repeatAfter(secondsToMidnight());
    }

    private long secondsToMidnight() {
        return Duration.between(now(), nextMidnight()).toSeconds() + 1;
    }

    private Instant nextMidnight() {
        return now().truncatedTo(ChronoUnit.DAYS).plus(DAY);
    }

    private Instant now() {
        return Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(clock.currentTimeNanos()));
    }
}
