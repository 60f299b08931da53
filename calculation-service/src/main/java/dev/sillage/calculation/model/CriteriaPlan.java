package dev.sillage.calculation.model;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.sheet.Operand;
import dev.sillage.calculation.model.sheet.Plan;
import dev.sillage.calculation.model.sheet.Results;
import dev.sillage.footprint.Criterion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plan whose steps of the names of criteria are figures. Made once for a set of factors and used for many activities;
 * it knows which figures it has and which of its factors a tenant set.
 */
public final class CriteriaPlan {
    private static final Criterion[] CRITERIA = Criterion.values();
    /** The intensity by contract, as the sheet {@code electricity} calls it. */
    private static final String MARKET = "CIm";

    private static final List<String> NO_DATA = List.of(CRITERIA).stream()
            .map(criterion -> "no-data:" + criterion.wireName())
            .toList();

    private final Plan plan;
    private final Results results;
    private final List<String> warnings;

    /** A plan whose sheet has a step for at least one criterion. */
    public CriteriaPlan(Plan plan) {
        this.plan = plan;
        this.results =
                plan.results(List.of(CRITERIA).stream().map(Criterion::wireName).toList());
        this.warnings = warnings(plan);
    }

    /** What every result of the plan says: factors that the tenant set, and a contract that is said to emit nothing. */
    private static List<String> warnings(Plan plan) {
        TreeSet<String> warnings = new TreeSet<>();
        plan.operands().forEach((symbol, operand) -> {
            for (Operand.Part part : operand.parts()) {
                Factor factor = part.factor();
                if (Overrides.QUALITY.equals(factor.quality())) {
                    warnings.add("own-factor:" + factor.key());
                }
                if (symbol.equals(MARKET) && factor.central() == 0) {
                    warnings.add("zero-market-intensity");
                }
            }
        });
        return List.copyOf(warnings);
    }

    /** The plan. */
    public Plan plan() {
        return plan;
    }

    Footprint footprint(String methodology, Case resolved) throws NotComputableException {
        @Nullable Range[] ranges = evaluate(resolved);
        Map<Criterion, Range> figures = new EnumMap<>(Criterion.class);
        for (int i = 0; i < CRITERIA.length; i++) {
            Range range = ranges[i];
            if (range != null) {
                figures.put(CRITERIA[i], range);
            }
        }
        return new Footprint(
                methodology,
                resolved.provider(),
                resolved.model(),
                resolved.zone(),
                figures,
                resolved.tier(),
                warnings(resolved, ranges),
                resolved.functionalUnit());
    }

    private List<String> warnings(Case resolved, @Nullable Range[] ranges) {
        boolean complete = true;
        for (@Nullable Range range : ranges) {
            complete &= range != null;
        }
        if (complete && warnings.isEmpty()) {
            return resolved.warnings();
        }
        List<String> all = new ArrayList<>(resolved.warnings().size() + warnings.size() + 2);
        all.addAll(resolved.warnings());
        all.addAll(warnings);
        for (int i = 0; i < CRITERIA.length; i++) {
            if (ranges[i] == null) {
                all.add(NO_DATA.get(i));
            }
        }
        return all;
    }

    private @Nullable Range[] evaluate(Case resolved) throws NotComputableException {
        try {
            return results.of(resolved.quantities());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new NotComputableException("out-of-range", "the quantities are too large to be computed");
        }
    }
}
