package dev.sillage.calculation.stream;

import dev.sillage.calculation.result.RefusalReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Counts what has become durable. A batch that is tried again counts once, so that read = footprints + retractions +
 * dead letters always holds for this process.
 */
@Singleton
class StreamMetrics {
    private final MeterRegistry registry;
    private final Counter activities;
    private final Counter retractions;
    private final Timer batches;

    StreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        activities = Counter.builder("sillage.calculation.activities")
                .description("Activities read of which the outcome is durable")
                .register(registry);
        retractions = Counter.builder("sillage.calculation.retractions")
                .description("Activities taken back")
                .register(registry);
        batches = Timer.builder("sillage.calculation.batch")
                .description("From reading a batch of activities until its outcomes are durable")
                .register(registry);
        for (RefusalReason reason : RefusalReason.values()) {
            deadLetters(reason);
        }
    }

    Timer.Sample start() {
        return Timer.start(registry);
    }

    void durable(List<Outcome> outcomes, Timer.Sample started) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Computed computed) {
                footprints(computed).increment();
            } else if (outcome instanceof Outcome.Retracted) {
                retractions.increment();
            } else if (outcome instanceof Outcome.DeadLettered dead) {
                deadLetters(dead.reason()).increment();
            }
        }
        activities.increment(outcomes.size());
        started.stop(batches);
    }

    private Counter footprints(Outcome.Computed computed) {
        return Counter.builder("sillage.calculation.footprints")
                .description("Footprints published, corrected ones included, and avoidances under their own kind")
                .tag("kind", computed.kind().wireName())
                .tag("methodology", computed.methodology())
                .register(registry);
    }

    private Counter deadLetters(RefusalReason reason) {
        return Counter.builder("sillage.calculation.dead.letters")
                .description("Activities of which no footprint could be computed")
                .tag("reason", reason.code())
                .register(registry);
    }
}
