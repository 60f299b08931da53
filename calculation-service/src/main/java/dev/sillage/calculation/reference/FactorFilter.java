package dev.sillage.calculation.reference;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which factors a request asks for; what is not told does not matter. */
public class FactorFilter {
    private static final int MAX_LENGTH = 200;

    @QueryParam("prefix")
    @Parameter(description = "First part of the key", example = "grid.")
    @Nullable
    String prefix;

    @QueryParam("zone")
    @Parameter(description = "Country (alpha-3 or alpha-2), part of one, or cloud region", example = "FRA")
    @Nullable
    String zone;

    @QueryParam("source")
    @Parameter(description = "Part of the source, in any case", example = "Ember")
    @Nullable
    String source;

    @QueryParam("licence")
    @Parameter(description = "Part of the licence, in any case", example = "CC BY")
    @Nullable
    String licence;

    @QueryParam("quality")
    @Parameter(description = "Quality grade", example = "measured")
    @Nullable
    String quality;

    @QueryParam("text")
    @Parameter(description = "Part of the key, basis, source or note, in any case", example = "tensor")
    @Nullable
    String text;

    Stream<Factor> of(FactorCatalogue factors) {
        for (String given : new String[] {prefix, zone, source, licence, quality, text}) {
            if (given != null && given.length() > MAX_LENGTH) {
                throw bad("no query parameter may have more than " + MAX_LENGTH + " characters");
            }
        }
        if (quality != null && !Factor.QUALITIES.contains(quality)) {
            throw bad("the query parameter quality must be one of " + Factor.QUALITIES);
        }
        String place = zone == null ? null : zone(zone, factors);
        return factors.factors().stream()
                .filter(factor -> prefix == null || factor.key().startsWith(prefix))
                .filter(factor -> place == null || place.equals(factor.zone()))
                .filter(factor -> quality == null || quality.equals(factor.quality()))
                .filter(factor -> source == null || has(factor.source(), source))
                .filter(factor -> licence == null || has(factor.licence(), licence))
                .filter(factor -> text == null
                        || has(factor.key(), text)
                        || has(factor.basis(), text)
                        || has(factor.source(), text)
                        || has(factor.note(), text));
    }

    private static String zone(String given, FactorCatalogue factors) {
        if (factors.isZone(given)) {
            return given;
        }
        return factors.zones()
                .find(given)
                .map(Zones.Zone::code)
                .orElseThrow(() -> bad("the query parameter zone must be a code of GET /v1/zones or a code of GET"
                        + " /v1/cloud-regions such as aws:eu-west-3"));
    }

    private static boolean has(@Nullable String whole, String part) {
        return whole != null && whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static RuntimeException bad(String detail) {
        return Problem.of(ProblemType.INVALID_PARAMETER, detail, null).asAnswer();
    }
}
