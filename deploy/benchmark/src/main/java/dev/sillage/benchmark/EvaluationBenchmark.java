package dev.sillage.benchmark;

import static java.util.Objects.requireNonNull;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Footprints by the default methodologies on one thread, without the trace: one after the other of every kind, and a
 * prompt to a model that was asked for before. The floor is the same loop over the same activities without computing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EvaluationBenchmark {
    private final List<Methodology> methodologies = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final Circumstances circumstances = Circumstances.at(Instant.parse("2026-11-23T10:00:00Z"));
    private @Nullable Methodology promptMethodology;
    private @Nullable Activity prompt;
    private int next;

    /** Loads the built-in factors and the golden samples. */
    @Setup
    public void load() {
        Methodologies all = Methodologies.of(FactorCatalogue.load());
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        for (ActivityKind kind : ActivityKind.values()) {
            if (all.defaultFor(kind).isPresent()) {
                kinds.add(kind);
            }
        }
        Map<ActivityKind, Activity> samples = Workload.samples(kinds);
        samples.forEach((kind, activity) -> {
            methodologies.add(all.defaultFor(kind).orElseThrow());
            activities.add(activity);
        });
        promptMethodology = all.defaultFor(ActivityKind.LLM_INFERENCE).orElseThrow();
        prompt = samples.get(ActivityKind.LLM_INFERENCE);
    }

    /** One footprint of the mixed workload. */
    @Benchmark
    public Footprint mixed() throws NotComputableException {
        int i = turn();
        return methodologies.get(i).footprint(activities.get(i), circumstances);
    }

    /** One footprint of a prompt. */
    @Benchmark
    public Footprint prompt() throws NotComputableException {
        return requireNonNull(promptMethodology).footprint(requireNonNull(prompt), circumstances);
    }

    /** The loop of the mixed workload alone. */
    @Benchmark
    public Activity floor() {
        return activities.get(turn());
    }

    private int turn() {
        next = (next + 1) % activities.size();
        return next;
    }
}
