package dev.sillage.calculation.model.avoided;

import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.Range;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Plan;
import dev.sillage.calculation.model.sheet.Quantities;
import dev.sillage.calculation.model.sheet.Sheet;
import dev.sillage.calculation.model.sheet.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Computes what solutions avoid: sheets {@code avoided/*}, formulas of methodology.md section 13. A claim without a
 * baseline or evidence is refused ({@code unsubstantiated}); without a known footprint of the solution or of rebound it
 * is computed with a warning; the result may be negative. Safe for use by many threads.
 */
public final class Avoidances {
    private static final String METHODOLOGY = "sillage-2026.1";
    private static final String INTERNAL_TIER = "3";

    private final FactorCatalogue catalogue;
    private final Map<String, Map<String, Effect>> effects;

    private record Claim(Effect.Factors factors, Plan plan, Quantities quantities) {}

    /** With the factors of that catalogue. */
    public Avoidances(FactorCatalogue catalogue) {
        this.catalogue = catalogue;
        Effect grid = new Grid();
        this.effects = Map.of(
                "logistics", Map.of("km", new Road(), "litre", new Fuel()),
                "food-waste", Map.of("kg", new Food()),
                "energy-management", Map.of("kWh", grid),
                "predictive-maintenance", Map.of("year", new Maintenance(), "kWh", grid));
    }

    /**
     * What that claim amounts to.
     *
     * @throws NotComputableException {@code unsubstantiated}, {@code unit-does-not-fit} or {@code out-of-range}
     */
    public Avoided avoided(Avoidance avoidance, Circumstances circumstances) throws NotComputableException {
        return avoided(avoidance, claim(avoidance, circumstances));
    }

    /**
     * The same, with its steps.
     *
     * @throws NotComputableException as {@link #avoided}
     */
    public AvoidedExplanation explain(Avoidance avoidance, Circumstances circumstances) throws NotComputableException {
        Claim claim = claim(avoidance, circumstances);
        return new AvoidedExplanation(avoided(avoidance, claim), claim.plan().explain(claim.quantities()));
    }

    private Claim claim(Avoidance avoidance, Circumstances circumstances) throws NotComputableException {
        Substantiation.check(avoidance);
        Effect effect = effect(avoidance);
        Effect.Factors factors =
                effect.factors(avoidance, new FactorView(catalogue, circumstances.overrides(), circumstances.time()));
        Sheet sheet = effect.sheet();
        Quantities quantities = sheet.newQuantities()
                .set(sheet.quantity("q0"), avoidance.referenceQuantity())
                .set(sheet.quantity("q1"), avoidance.solutionQuantity())
                .set(sheet.quantity("F"), avoidance.firstOrderKgCo2e())
                .set(sheet.quantity("Rb"), avoidance.reboundKgCo2e());
        effect.set(avoidance, factors, quantities);
        return new Claim(factors, sheet.plan(Spread.DIFFERENCE, factors.operands()), quantities);
    }

    private Effect effect(Avoidance avoidance) throws NotComputableException {
        Map<String, Effect> ofLever = effects.getOrDefault(avoidance.lever(), Map.of());
        Effect effect = ofLever.get(avoidance.unit());
        if (effect == null) {
            throw new NotComputableException(
                    "unit-does-not-fit",
                    avoidance.lever() + " is computed in "
                            + String.join(
                                    " or ", ofLever.keySet().stream().sorted().toList()) + ", not in "
                            + avoidance.unit());
        }
        return effect;
    }

    private static Avoided avoided(Avoidance avoidance, Claim claim) throws NotComputableException {
        Plan plan = claim.plan();
        @Nullable Range[] ranges;
        try {
            ranges = plan.evaluate(claim.quantities(), new int[] {
                plan.locate("avoided"), plan.locate("second-order"), plan.locate("second-order-average")
            });
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new NotComputableException("out-of-range", "the quantities are too large to be computed");
        }
        return new Avoided(
                METHODOLOGY,
                claim.factors().place().zone(),
                Objects.requireNonNull(ranges[0], "avoided"),
                Objects.requireNonNull(ranges[1], "second-order"),
                claim.factors().operands().containsKey("CI") ? ranges[2] : null,
                avoidance.firstOrderKgCo2e(),
                avoidance.reboundKgCo2e(),
                !avoidance.tier().equals(INTERNAL_TIER),
                warnings(avoidance, claim.factors()));
    }

    private static List<String> warnings(Avoidance avoidance, Effect.Factors factors) {
        Set<String> own = new TreeSet<>();
        for (Operand operand : factors.operands().values()) {
            for (Operand.Part part : operand.parts()) {
                if (Overrides.QUALITY.equals(part.factor().quality())) {
                    own.add("own-factor:" + part.factor().key());
                }
            }
        }
        List<String> warnings = new ArrayList<>(factors.place().warnings());
        warnings.addAll(own);
        if (avoidance.firstOrderKgCo2e() == null) {
            warnings.add("first-order-unknown");
        }
        if (avoidance.reboundKgCo2e() == null) {
            warnings.add("rebound-unknown");
        }
        if (avoidance.tier().equals(INTERNAL_TIER)) {
            warnings.add("internal-only");
        }
        return List.copyOf(warnings);
    }
}
