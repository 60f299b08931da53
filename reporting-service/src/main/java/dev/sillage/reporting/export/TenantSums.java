package dev.sillage.reporting.export;

import dev.sillage.footprint.Criterion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that is in a tenant's report at one moment.
 *
 * @param readAt the moment
 * @param groups by kind and team
 * @param teamsInOther how many teams stand behind {@link #OTHER}
 * @param reported how many activities and avoidances ever came into the report
 * @param amended how many corrections and retractions ever took effect
 */
record TenantSums(Instant readAt, List<Group> groups, long teamsInOther, long reported, long amended) {
    /** The team of all that are not shown apart; ingestion folds names into the same word. */
    static final String OTHER = "other";

    /**
     * The activities of one kind and team.
     *
     * @param team empty for those without one
     * @param figures by criterion; one that no activity had is absent, never zero
     * @param provenance how the figures came about
     */
    record Group(String kind, String team, long activities, Map<Criterion, Sum> figures, Provenance provenance) {}

    /**
     * An exact sum in the unit of its criterion.
     *
     * @param activities how many had data; the others are not in the sum
     */
    record Sum(BigDecimal low, BigDecimal central, BigDecimal high, long activities) {}

    /** Every value that occurs, in alphabetical order. */
    record Provenance(List<String> methodologies, List<String> factorSets, List<String> tiers, List<String> warnings) {}
}
