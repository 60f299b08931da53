package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.model.NotComputableException;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a claim says enough to be computed: a reference with a quantity, and evidence for it (WBCSD Guidance on
 * Avoided Emissions 2023, steps 1 to 4).
 */
final class Substantiation {
    /** What people write where they have nothing to say. */
    private static final Set<String> NOTHING =
            Set.of("", "-", "?", "n/a", "na", "none", "no", "unknown", "tbd", "todo", "aucun", "aucune", "inconnu");

    private Substantiation() {}

    static void check(Avoidance avoidance) throws NotComputableException {
        if (isEmpty(avoidance.reference())) {
            throw lacking("'reference' must describe the reference scenario and its time frame");
        }
        if (isEmpty(avoidance.evidence())) {
            throw lacking("'evidence' must say where both quantities come from");
        }
        if (avoidance.referenceQuantity() == 0) {
            throw lacking("'referenceQuantity' must be more than zero, or there is nothing to compare with");
        }
    }

    static NotComputableException lacking(String detail) {
        return new NotComputableException("unsubstantiated", detail);
    }

    private static boolean isEmpty(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return NOTHING.contains(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    }
}
