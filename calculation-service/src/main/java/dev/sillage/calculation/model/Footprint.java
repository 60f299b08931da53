package dev.sillage.calculation.model;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Figure;
import dev.sillage.footprint.FunctionalUnit;
import dev.sillage.footprint.Tier;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The footprint of one activity by one methodology.
 *
 * @param methodology id of the method
 * @param provider who served it, as resolved, when the kind has one
 * @param model what served it, as resolved, when the kind has one
 * @param zone where its electricity was made, when the kind has one
 * @param figures what is known, in the unit of each criterion; a criterion without data is absent and in the warnings
 * @param tier how well it is known
 * @param warnings stable codes of what the reader must know
 * @param functionalUnit what the activity delivered, by which its footprint is compared (SCI, ISO/IEC 21031)
 */
public record Footprint(
        String methodology,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String zone,
        Map<Criterion, Range> figures,
        Tier tier,
        List<String> warnings,
        @Nullable FunctionalUnit functionalUnit) {

    public Footprint {
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
        warnings = List.copyOf(warnings);
    }

    /** The figures as they are published, rounded to decimals once; every sum downstream is over these. */
    public Map<Criterion, Figure> published() {
        Map<Criterion, Figure> published = new EnumMap<>(Criterion.class);
        figures.forEach((criterion, range) ->
                published.put(criterion, Figure.rounded(range.low(), range.central(), range.high())));
        return published;
    }
}
