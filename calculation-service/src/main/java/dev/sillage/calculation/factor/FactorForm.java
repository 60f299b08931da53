package dev.sillage.calculation.factor;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a factor of some key may look like: for whoever sets one instead of the catalogue's.
 *
 * @param key dotted and stable
 * @param meaning in a few words
 * @param unit in which its figures are told
 * @param needsZone whether each factor of the key is for one zone
 * @param takesZone whether a factor of the key may be for one zone
 * @param zeroAllowed whether it may be zero: an intensity may, a lifetime may not
 * @param least lower limit of its figures
 * @param greatest upper limit: for a share one, otherwise a hundred times the greatest that the catalogue has, so that
 *     a slip of the unit is noticed
 */
public record FactorForm(
        String key,
        String meaning,
        String unit,
        boolean needsZone,
        boolean takesZone,
        boolean zeroAllowed,
        double least,
        double greatest) {

    private static final Pattern INTENSITY = Pattern.compile("(g|kg|t)CO2e/.*|(mL|L|m3)/kWh|MJ/kWh|kgSbe/kWh");
    private static final double SLIP = 100;
    private static final double ABSURD = 1e12;

    /** Keys of registries, which have no rule of their own and of which all figures are greater than zero. */
    private static final Set<String> RATIOS = Set.of("pue");

    static FactorForm of(String key, KeyRule rule, List<Factor> rows) {
        return of(key, rule.meaning(), rule.units().get(0), rule.bounds(), rows);
    }

    /** The form of a key of a registry, which has at least one row. */
    static FactorForm ofRegistry(String key, List<Factor> rows) {
        KeyRule.Bounds bounds = RATIOS.contains(key.substring(key.lastIndexOf('.') + 1))
                ? KeyRule.Bounds.AT_LEAST_ONE
                : KeyRule.Bounds.POSITIVE;
        return of(key, "figure of a registry", rows.get(0).unit(), bounds, rows);
    }

    private static FactorForm of(
            String key, String meaning, String ruleUnit, KeyRule.Bounds bounds, List<Factor> rows) {
        String unit = rows.isEmpty() ? ruleUnit : rows.get(0).unit();
        OptionalDouble max = rows.stream().mapToDouble(Factor::high).max();
        double greatest = bounds == KeyRule.Bounds.SHARE ? 1 : max.isPresent() ? SLIP * max.getAsDouble() : ABSURD;
        return new FactorForm(
                key,
                meaning,
                unit,
                !rows.isEmpty() && rows.stream().allMatch(row -> row.zone() != null),
                rows.isEmpty() || rows.stream().anyMatch(row -> row.zone() != null),
                bounds == KeyRule.Bounds.SHARE
                        || bounds == KeyRule.Bounds.ANY
                        || INTENSITY.matcher(unit).matches(),
                least(bounds),
                Math.max(greatest, bounds == KeyRule.Bounds.ANY ? ABSURD : 0));
    }

    private static double least(KeyRule.Bounds bounds) {
        return switch (bounds) {
            case AT_LEAST_ONE -> 1;
            case ANY -> -ABSURD;
            case POSITIVE, SHARE -> 0;
        };
    }

    /** Whether a figure may have this value. */
    public boolean allows(double value) {
        return value >= least && value <= greatest && (value != 0 || zeroAllowed);
    }
}
