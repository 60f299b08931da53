package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.problem.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which criteria an answer has. The phases of primary energy and metals, and of nothing else, are stored together only.
 *
 * @param criteria what it has, in the order of the contract
 * @param leftOut what it cannot have because a phase was asked for that is not stored apart
 */
record CriterionChoice(List<Criterion> criteria, List<Criterion> leftOut) {
    static final String CRITERION = "criterion";
    static final String BASIS = "basis";
    static final String PHASE = "phase";

    private static final Set<Criterion> BOTH_PHASES = EnumSet.of(Criterion.PRIMARY_ENERGY, Criterion.ADPE);
    private static final Set<Criterion> EMBODIED = EnumSet.of(Criterion.GHG_EMBODIED);

    static CriterionChoice of(Parameters parameters) {
        Set<Criterion> named = EnumSet.noneOf(Criterion.class);
        parameters.list(CRITERION).forEach(name -> named.add(criterion(CRITERION, name)));
        Set<Criterion> chosen = named.isEmpty() ? EnumSet.allOf(Criterion.class) : EnumSet.copyOf(named);
        String basis = parameters.single(BASIS);
        if (basis != null) {
            Criterion other = otherBasis(basis);
            if (named.contains(other)) {
                throw Problem.invalidParameter(
                        BASIS,
                        "basis=" + basis + " leaves out " + other.wireName() + ", which criterion asks for. Leave out"
                                + " one of the two.");
            }
            chosen.remove(other);
        }
        String phase = parameters.single(PHASE);
        return phase == null
                ? new CriterionChoice(List.copyOf(chosen), List.of())
                : ofPhase(phase, isEmbodied(phase), named, chosen);
    }

    /** The criterion of a name that was given in that parameter. */
    static Criterion criterion(String parameter, String name) {
        return Criterion.ofWireName(name)
                .orElseThrow(() -> Problem.invalidParameter(
                        parameter,
                        "There is no criterion " + Problem.quoted(name) + ". Known are: "
                                + Arrays.stream(Criterion.values())
                                        .map(Criterion::wireName)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static CriterionChoice ofPhase(
            String phase, boolean embodied, Set<Criterion> named, Set<Criterion> chosen) {
        for (Criterion criterion : named) {
            if (BOTH_PHASES.contains(criterion)) {
                throw Problem.figureNotStored(
                        PHASE,
                        criterion.wireName() + " is stored for use and hardware together, not for one phase. Leave out"
                                + " phase, or ask for another criterion.");
            }
            if (EMBODIED.contains(criterion) != embodied) {
                throw Problem.figureNotStored(
                        PHASE,
                        "There is no " + phase + " " + criterion.wireName() + ": it is "
                                + (embodied ? "of the use" : "of the hardware") + ". Leave out phase, or ask for"
                                + " another criterion.");
            }
        }
        List<Criterion> leftOut = chosen.stream().filter(BOTH_PHASES::contains).toList();
        List<Criterion> ofPhase = chosen.stream()
                .filter(criterion -> !BOTH_PHASES.contains(criterion) && EMBODIED.contains(criterion) == embodied)
                .toList();
        return new CriterionChoice(ofPhase, leftOut);
    }

    private static Criterion otherBasis(String basis) {
        return switch (basis) {
            case "location" -> Criterion.GHG_OPERATIONAL_MARKET;
            case "market" -> Criterion.GHG_OPERATIONAL_LOCATION;
            default ->
                throw Problem.invalidParameter(
                        BASIS, "There is no basis " + Problem.quoted(basis) + ". Use location or market.");
        };
    }

    private static boolean isEmbodied(String phase) {
        return switch (phase) {
            case "embodied" -> true;
            case "operational" -> false;
            default ->
                throw Problem.invalidParameter(
                        PHASE, "There is no phase " + Problem.quoted(phase) + ". Use operational or embodied.");
        };
    }
}
