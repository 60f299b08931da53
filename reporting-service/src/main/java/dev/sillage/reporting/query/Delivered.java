package dev.sillage.reporting.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the activities of one group delivered, and the greenhouse gases of the very same activities: only those count
 * for which unit, location-based and embodied emissions are all known.
 *
 * @param key its group
 * @param kind the first kind of its activities, in alphabetical order
 * @param otherKind the last, which is the same unless there are several
 * @param unit the functional unit of those that count; null when none does
 * @param otherUnit the same, unless they deliver different things
 * @param quantity what they delivered
 * @param low location-based and embodied emissions together, kgCO2e
 * @param central likewise
 * @param high likewise
 * @param activities how many count
 * @param withoutUnit how many of the group do not tell what they delivered
 * @param withoutLocation how many have no location-based emissions
 * @param withoutEmbodied how many have no embodied emissions
 */
record Delivered(
        GroupKey key,
        String kind,
        String otherKind,
        @Nullable String unit,
        @Nullable String otherUnit,
        BigDecimal quantity,
        BigDecimal low,
        BigDecimal central,
        BigDecimal high,
        long activities,
        long withoutUnit,
        long withoutLocation,
        long withoutEmbodied) {

    Delivered plus(Delivered other) {
        return new Delivered(
                key,
                kind.compareTo(other.kind) <= 0 ? kind : other.kind,
                otherKind.compareTo(other.otherKind) >= 0 ? otherKind : other.otherKind,
                unit == null ? other.unit : unit,
                other.otherUnit == null || other.otherUnit.equals(unit) ? otherUnit : other.otherUnit,
                quantity.add(other.quantity),
                low.add(other.low),
                central.add(other.central),
                high.add(other.high),
                activities + other.activities,
                withoutUnit + other.withoutUnit,
                withoutLocation + other.withoutLocation,
                withoutEmbodied + other.withoutEmbodied);
    }
}
