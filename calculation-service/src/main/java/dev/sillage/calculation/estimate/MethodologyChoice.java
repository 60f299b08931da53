package dev.sillage.calculation.estimate;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.problem.ProblemsException;
import dev.sillage.calculation.setup.DefaultMethodologies;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the methodology of an estimate: the one that was asked for, or the default of the kind. */
@Singleton
class MethodologyChoice {
    private final Methodologies methodologies;
    private final DefaultMethodologies defaults;

    MethodologyChoice(Methodologies methodologies, DefaultMethodologies defaults) {
        this.methodologies = methodologies;
        this.defaults = defaults;
    }

    /**
     * The methodology of that id, or the default of the kind for null.
     *
     * @param place JSON pointer of the id
     * @param pointer JSON pointer of the item
     */
    Methodology of(ActivityKind kind, @Nullable String id, String place, String pointer) throws ProblemsException {
        List<String> fitting = methodologies.all().stream()
                .filter(methodology -> methodology.kinds().contains(kind))
                .map(Methodology::id)
                .sorted()
                .toList();
        if (fitting.isEmpty()) {
            throw new ProblemsException(
                    ProblemType.KIND_NOT_COMPUTED,
                    "no methodology computes " + kind.wireName() + " yet; see GET /v1/methodologies",
                    pointer + "/kind");
        }
        if (id == null) {
            return defaults.of(kind)
                    .orElseThrow(() -> new ProblemsException(
                            ProblemType.KIND_NOT_COMPUTED,
                            kind.wireName() + " has no default methodology; name one of " + String.join(", ", fitting),
                            place));
        }
        return methodologies
                .byId(id)
                .filter(methodology -> methodology.kinds().contains(kind))
                .orElseThrow(() -> new ProblemsException(
                        ProblemType.UNKNOWN_METHODOLOGY,
                        "for " + kind.wireName() + " it must be one of " + String.join(", ", fitting),
                        place));
    }
}
