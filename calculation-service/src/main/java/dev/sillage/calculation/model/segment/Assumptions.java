package dev.sillage.calculation.model.segment;

import dev.sillage.footprint.Tier;
import java.util.ArrayList;
import java.util.List;

/** What had to be assumed of one activity, because it did not tell or told something that is not known. */
final class Assumptions {
    private final List<String> warnings = new ArrayList<>();
    private boolean something;

    /** The activity did not tell, and the contract says what that means. */
    void usual() {
        something = true;
    }

    /** The activity told something that is not known. */
    void fallback(String warning) {
        something = true;
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    Tier tier() {
        return something ? Tier.CLASS : Tier.REGISTRY;
    }
}
