package dev.sillage.calculation.estimate;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Methodology;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one estimate is asked for.
 *
 * @param kind of the activity
 * @param activity what was done, or would be
 * @param time when, if the caller says
 * @param methodology by which it is computed
 */
record EstimateRequest(
        ActivityKind kind, Activity activity, @Nullable Instant time, Methodology methodology) {}
