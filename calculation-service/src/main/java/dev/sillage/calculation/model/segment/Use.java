package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.model.Explanation.Step;
import java.util.List;

/** One activity with everything that was found out about it; its steps are written only when somebody asks. */
interface Use {

    Segments segments();

    Place place();

    Assumptions assumptions();

    /** The steps up to the segments. */
    List<Step> steps();
}
