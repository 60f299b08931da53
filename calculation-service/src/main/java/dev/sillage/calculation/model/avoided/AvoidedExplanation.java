package dev.sillage.calculation.model.avoided;

import dev.sillage.calculation.model.Explanation;
import java.util.List;

/**
 * What was avoided, and the steps that led to it, in order.
 *
 * @param avoided the same as without explanation
 * @param steps each can be checked by hand from what it shows
 */
public record AvoidedExplanation(Avoided avoided, List<Explanation.Step> steps) {

    public AvoidedExplanation {
        steps = List.copyOf(steps);
    }
}
