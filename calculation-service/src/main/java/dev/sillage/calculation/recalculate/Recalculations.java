package dev.sillage.calculation.recalculate;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.own.OwnFactors;
import dev.sillage.calculation.problem.LargerBody;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.recalculate.RecalculationState.Method;
import dev.sillage.calculation.result.Footprints;
import dev.sillage.calculation.setup.DefaultMethodologies;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** With what a tenant's activities are computed again. */
@Singleton
class Recalculations {
    private final Footprints footprints;
    private final OwnFactors ownFactors;
    private final Methodologies methodologies;
    private final DefaultMethodologies defaults;

    Recalculations(
            Footprints footprints, OwnFactors ownFactors, Methodologies methodologies, DefaultMethodologies defaults) {
        this.footprints = footprints;
        this.ownFactors = ownFactors;
        this.methodologies = methodologies;
        this.defaults = defaults;
    }

    /** A page of the book of record is larger than what people send. */
    @Produces
    @Singleton
    static LargerBody body() {
        return new LargerBody(RecalculationsResource.PATH, Lines.MAX_BODY_BYTES);
    }

    /** The factors that a tenant's activities would be computed with now. */
    Overrides own(String tenant) throws InterruptedException {
        if (!ownFactors.awaitWhole(Duration.ZERO)) {
            throw Turn.notNow("this replica has not read the tenants' own factors yet");
        }
        return ownFactors.of(tenant);
    }

    /** The version of those factors together with the catalogue. */
    String factorSet(Overrides own) {
        return ownFactors.factorSet(own);
    }

    /**
     * The computation for a tenant.
     *
     * @param methodology id of the one that is wanted; null for the one of each kind
     */
    Recalculation of(String tenant, Overrides own, @Nullable String methodology) {
        return new Recalculation(footprints, tenant, own, methodology == null ? null : known(methodology));
    }

    RecalculationState state(Overrides own) {
        return new RecalculationState(
                factorSet(own), methodologies.all().stream().map(this::method).toList());
    }

    private Methodology known(String id) {
        return methodologies.byId(id).orElseThrow(() -> Problem.of(
                        ProblemType.UNKNOWN_METHODOLOGY,
                        "the query parameter methodology must be one of "
                                + methodologies.all().stream()
                                        .map(Methodology::id)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "; leave it out for the default of each kind",
                        null)
                .asAnswer());
    }

    private Method method(Methodology methodology) {
        return new Method(
                methodology.id(),
                names(methodology.kinds()),
                names(methodology.kinds().stream()
                        .filter(kind ->
                                defaults.of(kind).filter(methodology::equals).isPresent())
                        .toList()));
    }

    private static List<String> names(Collection<ActivityKind> kinds) {
        return kinds.stream().map(ActivityKind::wireName).sorted().toList();
    }
}
