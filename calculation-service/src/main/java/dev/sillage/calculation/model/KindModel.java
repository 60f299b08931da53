package dev.sillage.calculation.model;

import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.FactorView;

/**
 * How one methodology computes one kind of activity: it finds out which sheet, which factors and which quantities an
 * activity means. The computing is done by the sheet. Safe for use by many threads.
 *
 * @param <A> the record of the kind
 */
public interface KindModel<A extends Activity> {

    /** The kind. */
    ActivityKind kind();

    /** The record of the kind. */
    Class<A> type();

    /**
     * Resolves an activity.
     *
     * @throws NotComputableException when this activity has no footprint by this method
     */
    Case resolve(A activity, FactorView factors) throws NotComputableException;

    /** {@link #resolve} for an activity that is known to be of this kind. */
    default Case resolveAny(Activity activity, FactorView factors) throws NotComputableException {
        return resolve(type().cast(activity), factors);
    }
}
