package dev.sillage.calculation.own;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorForm;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import dev.sillage.calculation.unit.Unit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds own factors against what the catalogue promises of their keys. */
@Singleton
class OwnFactorForms {
    private final FactorCatalogue catalogue;

    OwnFactorForms(FactorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The form of a key, or a problem for a key that is not known. */
    FactorForm of(String key) {
        return catalogue.form(key).orElseThrow(() -> Problem.of(
                        ProblemType.UNKNOWN_FACTOR, "no factor has this key; see GET /v1/factors", null)
                .asAnswer());
    }

    /** The zone as the catalogue spells it; empty for a zone that this factor cannot have. */
    Optional<String> zone(FactorForm form, String zone) {
        if (!form.takesZone()) {
            return Optional.empty();
        }
        if (catalogue.knows(form.key(), zone)) {
            return Optional.of(zone);
        }
        return catalogue
                .zones()
                .find(zone)
                .map(Zones.Zone::code)
                .or(() -> catalogue.zones().findGrid(zone).map(Zones.GridZone::code))
                .filter(code -> catalogue.knows(form.key(), code));
    }

    /** What is wrong with the zone of such a factor, for people. */
    static String zoneRemedy(FactorForm form) {
        return form.takesZone()
                ? "must be a zone of GET /v1/zones, for example FRA; this factor "
                        + (form.needsZone() ? "differs by zone" : "may have one")
                : "this factor does not differ by zone; leave the zone out";
    }

    /**
     * Reads the figures, times and source of a factor.
     *
     * @param central name of the member with the central figure
     * @param unit of the figures, as the sender wrote it
     * @param source when the object has none
     * @return null when something is wrong, which is then among the problems
     */
    @Nullable
    OwnFactor read(
            Members members,
            FactorForm form,
            @Nullable String zone,
            String central,
            String unit,
            @Nullable String source) {
        double scale = scale(members, form, unit);
        double value = figure(members, form, central, members.requiredNumber(central) * scale);
        double low = members.isAbsent("low") ? value : figure(members, form, "low", members.number("low") * scale);
        double high = members.isAbsent("high") ? value : figure(members, form, "high", members.number("high") * scale);
        if (low > value) {
            members.complain(ProblemType.OUT_OF_RANGE, "must not be more than " + central, "low");
        }
        if (high < value) {
            members.complain(ProblemType.OUT_OF_RANGE, "must not be less than " + central, "high");
        }
        Instant from = members.time("from");
        Instant to = members.time("to");
        if (from != null && to != null && !to.isAfter(from)) {
            members.complain(ProblemType.OUT_OF_RANGE, "must be later than from", "to");
        }
        String told = members.isAbsent("source") && source != null ? source : members.requiredText("source");
        return told == null || !(low <= value && value <= high)
                ? null
                : new OwnFactor(form.key(), zone, form.unit(), low, value, high, from, to, told);
    }

    private static double scale(Members members, FactorForm form, String unit) {
        try {
            return Unit.parse(unit).factorTo(Unit.parse(form.unit()));
        } catch (IllegalArgumentException e) {
            members.complain(
                    ProblemType.WRONG_UNIT, "must be " + form.unit() + ", or a unit that converts into it", "unit");
            return Double.NaN;
        }
    }

    /** NaN, which has been complained of, stays NaN. */
    private static double figure(Members members, FactorForm form, String name, double value) {
        if (Double.isNaN(value) || form.allows(value)) {
            return value;
        }
        members.complain(
                ProblemType.OUT_OF_RANGE,
                "must be from " + form.least() + " to " + form.greatest() + " " + form.unit()
                        + (form.zeroAllowed() ? "" : ", and not zero") + "; is the unit right?",
                name);
        return Double.NaN;
    }
}
