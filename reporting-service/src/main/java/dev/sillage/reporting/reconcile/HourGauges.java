package dev.sillage.reporting.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The hours that are not balanced, as metrics by tenant and state. Tenants that have none are not there; of very many the
 * worst are, and the others share theirs, which is always there.
 */
@ApplicationScoped
class HourGauges {
    private static final int MAX_TENANTS = 200;

    /** No tenant has this name: theirs start with a letter or a digit. */
    private static final String OTHERS = "(others)";

    private static final List<HourState> STATES = List.of(HourState.UNBALANCED, HourState.UNCONFIRMED);

    private final MultiGauge hours;
    private final MultiGauge differences;

    HourGauges(MeterRegistry metrics) {
        hours = MultiGauge.builder("sillage.reconciliation.hours")
                .description("Settled hours that are not balanced, by tenant and state")
                .register(metrics);
        differences = MultiGauge.builder("sillage.reconciliation.hours.difference")
                .description("What these hours differ by, added up whatever its sign")
                .register(metrics);
    }

    /** Shows these. */
    void show(List<Hours.Doubtful> doubtful) {
        List<OfTenant> shown = bounded(doubtful);
        register(hours, shown, OfTenant::hours);
        register(differences, shown, OfTenant::difference);
    }

    /** Shows that it is not known. */
    void showUnknown() {
        List<OfTenant> unknown = STATES.stream()
                .map(state -> new OfTenant(OTHERS, state, Double.NaN, Double.NaN))
                .toList();
        register(hours, unknown, OfTenant::hours);
        register(differences, unknown, OfTenant::difference);
    }

    private static List<OfTenant> bounded(List<Hours.Doubtful> doubtful) {
        Map<String, List<Hours.Doubtful>> byTenant = new LinkedHashMap<>();
        for (Hours.Doubtful hour : doubtful) {
            byTenant.computeIfAbsent(hour.tenant(), first -> new ArrayList<>()).add(hour);
        }
        List<String> worstFirst = byTenant.keySet().stream()
                .sorted(Comparator.comparingDouble(
                                (String tenant) -> difference(Objects.requireNonNull(byTenant.get(tenant))))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<OfTenant> shown = new ArrayList<>();
        List<Hours.Doubtful> others = new ArrayList<>();
        for (int i = 0; i < worstFirst.size(); i++) {
            List<Hours.Doubtful> own = Objects.requireNonNull(byTenant.get(worstFirst.get(i)));
            if (i < MAX_TENANTS) {
                shown.addAll(sums(worstFirst.get(i), own));
            } else {
                others.addAll(own);
            }
        }
        shown.addAll(sums(OTHERS, others));
        return shown;
    }

    private static List<OfTenant> sums(String tenant, List<Hours.Doubtful> hours) {
        return STATES.stream()
                .map(state -> {
                    List<Hours.Doubtful> own =
                            hours.stream().filter(hour -> hour.state() == state).toList();
                    return new OfTenant(tenant, state, own.size(), difference(own));
                })
                .toList();
    }

    private static double difference(List<Hours.Doubtful> hours) {
        return hours.stream().mapToLong(hour -> Math.abs(hour.difference())).sum();
    }

    private static void register(MultiGauge gauge, List<OfTenant> shown, ToDoubleFunction<OfTenant> value) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (OfTenant each : shown) {
            rows.add(MultiGauge.Row.of(
                    Tags.of("tenant", each.tenant(), "state", each.state().wireName()), value.applyAsDouble(each)));
        }
        gauge.register(rows, true);
    }

    /** What is shown of one tenant and state. */
    private record OfTenant(String tenant, HourState state, double hours, double difference) {}
}
