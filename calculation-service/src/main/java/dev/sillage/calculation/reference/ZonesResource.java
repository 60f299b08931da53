package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/zones}: the places that factors are for. */
@Path("/v1/zones")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Factors and methodologies")
public class ZonesResource {
    private final FactorCatalogue factors;

    ZonesResource(FactorCatalogue factors) {
        this.factors = factors;
    }

    /**
     * A place.
     *
     * @param code as activities and factors name it
     * @param alpha2 ISO 3166-1 alpha-2, which activities may use too, when it has one
     * @param name in English
     * @param partOf the country of a part of one
     * @param factors keys of which there is a factor for this place
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ZoneView(
            String code,
            @Nullable String alpha2,
            String name,
            @Nullable String partOf,
            List<String> factors) {}

    /** All places, countries first. */
    @GET
    @Operation(
            summary = "List zones",
            description = "Countries, the European Union, the world (WOR), then parts of countries with a grid of their"
                    + " own; each with the keys of which it has a factor of its own.")
    public List<ZoneView> list() {
        Map<String, Set<String>> keys = new TreeMap<>();
        for (Factor factor : factors.factors()) {
            if (factor.zone() != null) {
                keys.computeIfAbsent(factor.zone(), zone -> new TreeSet<>()).add(factor.key());
            }
        }
        return Stream.concat(
                        factors.zones().all().stream()
                                .map(zone -> new ZoneView(
                                        zone.code(), zone.alpha2(), zone.name(), null, keysOf(keys, zone.code()))),
                        factors.zones().grids().stream()
                                .map(zone -> new ZoneView(
                                        zone.code(), null, zone.name(), zone.country(), keysOf(keys, zone.code()))))
                .toList();
    }

    private static List<String> keysOf(Map<String, Set<String>> keys, String zone) {
        return List.copyOf(keys.getOrDefault(zone, Set.of()));
    }
}
