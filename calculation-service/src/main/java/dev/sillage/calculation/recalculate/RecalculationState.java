package dev.sillage.calculation.recalculate;

import java.util.List;

/**
 * What activities would be computed with now.
 *
 * @param factorSet version of the factors, those of the tenant included
 * @param methodologies all that may be asked for
 */
public record RecalculationState(String factorSet, List<Method> methodologies) {

    /**
     * A methodology.
     *
     * @param id as results carry it
     * @param kinds wire names of the kinds that it computes
     * @param defaultFor wire names of those that it computes when nobody asks for another
     */
    public record Method(String id, List<String> kinds, List<String> defaultFor) {}
}
