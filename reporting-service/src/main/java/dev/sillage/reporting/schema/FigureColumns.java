package dev.sillage.reporting.schema;

import dev.sillage.footprint.Criterion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that hold figures, in one order everywhere: the criteria as declared, each with low, central and high.
 */
public final class FigureColumns {
    private static final String LOW = "_low";
    private static final String CENTRAL = "_central";
    private static final String HIGH = "_high";
    private static final String ACTIVITIES_OF = "_activities";

    /** Columns per criterion in {@link #BOUNDS}. */
    public static final int BOUNDS_PER_CRITERION = 3;

    /** Every bound of every criterion, in the ledger (nullable) and in the rollups (sums). */
    public static final List<String> BOUNDS = Arrays.stream(Criterion.values())
            .flatMap(criterion ->
                    Stream.of(prefix(criterion) + LOW, prefix(criterion) + CENTRAL, prefix(criterion) + HIGH))
            .toList();

    /** Per criterion the number of activities that had it; in the rollups only. */
    public static final List<String> ACTIVITIES =
            Arrays.stream(Criterion.values()).map(FigureColumns::activities).toList();

    private static final Map<Criterion, Integer> FIRST_BOUNDS = new EnumMap<>(Arrays.stream(Criterion.values())
            .collect(Collectors.toMap(Function.identity(), criterion -> BOUNDS.indexOf(prefix(criterion) + LOW))));

    private FigureColumns() {}

    /** Where the low bound of a criterion stands in {@link #BOUNDS}; central and high follow. */
    public static int firstBound(Criterion criterion) {
        return Objects.requireNonNull(FIRST_BOUNDS.get(criterion));
    }

    /** The column of the number of activities that had it. */
    public static String activities(Criterion criterion) {
        return prefix(criterion) + ACTIVITIES_OF;
    }

    private static String prefix(Criterion criterion) {
        return criterion.wireName().replace('-', '_');
    }
}
