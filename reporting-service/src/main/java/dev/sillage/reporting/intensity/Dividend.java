package dev.sillage.reporting.intensity;

import dev.sillage.footprint.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A figure that is divided by a quantity.
 *
 * @param name wire name of the criterion, or {@code sci}
 * @param unit of the figure
 * @param columns what its columns begin with; they are added up, and all of them must be known
 */
record Dividend(String name, String unit, List<String> columns) {

    /** The criteria, and the {@code E * I + M} of ISO/IEC 21031 when they hold both of its parts. */
    static List<Dividend> of(List<Criterion> criteria) {
        List<Dividend> dividends = new ArrayList<>();
        criteria.forEach(criterion ->
                dividends.add(new Dividend(criterion.wireName(), criterion.unit(), List.of(column(criterion)))));
        List<Criterion> parts = List.of(Criterion.GHG_OPERATIONAL_LOCATION, Criterion.GHG_EMBODIED);
        if (criteria.containsAll(parts)) {
            dividends.add(new Dividend(
                    "sci",
                    Criterion.GHG_EMBODIED.unit(),
                    parts.stream().map(Dividend::column).toList()));
        }
        return dividends;
    }

    /** Its bound in a row of that alias. */
    String bound(String alias, String bound) {
        return columns.stream()
                .map(column -> alias + "." + column + "_" + bound)
                .collect(Collectors.joining(" + ", "(", ")"));
    }

    private static String column(Criterion criterion) {
        return criterion.wireName().replace('-', '_');
    }
}
