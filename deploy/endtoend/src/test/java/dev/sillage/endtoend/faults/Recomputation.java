package dev.sillage.endtoend.faults;

import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures of activities without any service, broker or database. */
final class Recomputation {
    /** Every bound of every criterion, as the columns of the ledger are named. */
    static final List<String> BOUNDS = bounds();

    private final Methodologies methodologies;

    Recomputation() throws IOException {
        this.methodologies = Methodologies.of(FactorCatalogue.load());
    }

    /** The figures of one activity by bound; one without data is absent. */
    Map<String, BigDecimal> of(ToldActivity told) throws NotComputableException {
        Map<String, BigDecimal> bounds = new HashMap<>();
        Map<Criterion, Figure> figures = methodologies
                .defaultFor(told.activity().kind())
                .orElseThrow()
                .footprint(told.activity(), Circumstances.at(told.time()))
                .published();
        figures.forEach((criterion, figure) -> {
            bounds.put(column(criterion, "low"), figure.low());
            bounds.put(column(criterion, "central"), figure.central());
            bounds.put(column(criterion, "high"), figure.high());
        });
        return bounds;
    }

    static String column(Criterion criterion, String bound) {
        return criterion.wireName().replace('-', '_') + "_" + bound;
    }

    private static List<String> bounds() {
        List<String> bounds = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            for (String bound : List.of("low", "central", "high")) {
                bounds.add(column(criterion, bound));
            }
        }
        return List.copyOf(bounds);
    }
}
