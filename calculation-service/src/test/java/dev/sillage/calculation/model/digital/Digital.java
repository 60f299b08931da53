package dev.sillage.calculation.model.digital;

import dev.sillage.activity.Activity;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Explanation;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.SheetMethodology;
import dev.sillage.calculation.model.Steps;
import dev.sillage.footprint.Criterion;

/** The kinds of digital life over the built-in factors. */
final class Digital {
    static final FactorCatalogue CATALOGUE = FactorCatalogue.load();
    static final SheetMethodology METHOD =
            new SheetMethodology("digital", "kinds of digital life", "test", CATALOGUE, DigitalModels.all());

    static Footprint footprint(Activity activity) throws NotComputableException {
        return METHOD.footprint(activity, Circumstances.NEWEST);
    }

    static Explanation explain(Activity activity) throws NotComputableException {
        return METHOD.explain(activity, Circumstances.NEWEST);
    }

    /** The central result of a step. */
    static double step(Activity activity, String name) throws NotComputableException {
        return new Steps(explain(activity)).named(name).result().range().central();
    }

    static Range figure(Activity activity, Criterion criterion) throws NotComputableException {
        Range figure = footprint(activity).figures().get(criterion);
        if (figure == null) {
            throw new AssertionError("no " + criterion + " of " + activity);
        }
        return figure;
    }

    /** Greenhouse gases of use and manufacture, g; the bounds of both move together. */
    static Range grams(Activity activity) throws NotComputableException {
        return figure(activity, Criterion.GHG_OPERATIONAL_LOCATION)
                .plus(figure(activity, Criterion.GHG_EMBODIED))
                .times(1000);
    }

    private Digital() {}
}
