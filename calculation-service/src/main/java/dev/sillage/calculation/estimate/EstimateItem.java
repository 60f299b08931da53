package dev.sillage.calculation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of an array: an estimate, or what is wrong with the item.
 *
 * @param index position in the request, from 0
 * @param estimate when there is one
 * @param avoidance when the item is one, in place of an estimate
 * @param problems when there is neither
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EstimateItem(
        int index,
        @Nullable Estimate estimate,
        @Nullable AvoidanceEstimate avoidance,
        @Nullable List<Problem> problems) {}
