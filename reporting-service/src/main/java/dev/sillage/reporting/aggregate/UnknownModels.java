package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.intake.BoundedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names of models in one transaction that the registry did not know, each with what was asked of it. */
final class UnknownModels {
    /** The warnings that say so, the most telling first. */
    private static final List<String> WARNINGS = List.of("model-unknown", "model-class-fallback", "model-missing");

    private final SortedMap<Name, Use> uses = new TreeMap<>();

    /** Counts an activity that is new in the ledger, when its model was not known. */
    void add(ReceivedFootprint footprint) {
        Dimensions dimensions = footprint.dimensions();
        warning(dimensions.warnings())
                .ifPresent(warning ->
                        uses.merge(name(dimensions, warning, footprint.inputs()), use(footprint), Use::plus));
    }

    /** By name, in an order that replicas share, so that they wait for each other instead of deadlocking. */
    SortedMap<Name, Use> uses() {
        return Collections.unmodifiableSortedMap(uses);
    }

    private static Optional<String> warning(String warnings) {
        if (!warnings.contains("model-")) {
            return Optional.empty();
        }
        List<String> codes = Arrays.asList(warnings.split(" ", -1));
        return WARNINGS.stream().filter(codes::contains).findFirst();
    }

    private static Name name(Dimensions dimensions, String warning, @Nullable Inputs inputs) {
        return inputs == null
                ? new Name(dimensions.tenant(), warning, cut(dimensions.provider()), cut(dimensions.model()))
                : new Name(dimensions.tenant(), warning, inputs.provider(), inputs.model());
    }

    private static String cut(String name) {
        return name.length() <= Inputs.MAX_NAME_LENGTH ? name : BoundedText.of(name, Inputs.MAX_NAME_LENGTH);
    }

    private static Use use(ReceivedFootprint footprint) {
        Inputs inputs = footprint.inputs();
        return new Use(
                1,
                inputs == null ? BigDecimal.ZERO : inputs.inputTokens(),
                inputs == null ? BigDecimal.ZERO : inputs.outputTokens(),
                footprint.occurredAt(),
                footprint.occurredAt());
    }

    /**
     * Whose name of what.
     *
     * @param warning how it was computed
     * @param provider as sent; as resolved when what was sent is not kept
     * @param model likewise
     */
    record Name(String tenant, String warning, String provider, String model) implements Comparable<Name> {
        private static final Comparator<Name> ORDER = Comparator.comparing(Name::tenant)
                .thenComparing(Name::warning)
                .thenComparing(Name::provider)
                .thenComparing(Name::model);

        /** What stands for all names beyond the limit. */
        Name folded() {
            return new Name(tenant, warning, "other", "other");
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    /** What was asked of it, when. */
    record Use(long activities, BigDecimal inputTokens, BigDecimal outputTokens, Instant first, Instant last) {
        Use plus(Use other) {
            return new Use(
                    activities + other.activities,
                    inputTokens.add(other.inputTokens),
                    outputTokens.add(other.outputTokens),
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }
}
