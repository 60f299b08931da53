package dev.sillage.calculation.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sillage.calculation.factor.CloudRegion;
import dev.sillage.calculation.factor.CloudSite;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/cloud-regions}: where the providers run machines, and what is known of each place. */
@Path("/v1/cloud-regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Factors and methodologies")
public class CloudRegionsResource {
    private final FactorCatalogue factors;

    CloudRegionsResource(FactorCatalogue factors) {
        this.factors = factors;
    }

    /**
     * A region with its factors.
     *
     * @param code the zone of its factors
     * @param provider short name
     * @param region the provider's name of it; {@code *} stands for all regions of a provider
     * @param aliases what else it is called
     * @param location town
     * @param zone country
     * @param gridZone part of the country's grid
     * @param source where it was read
     * @param licence of the source
     * @param factors what is known, by key; its PUE may be that of all regions of the provider
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RegionView(
            String code,
            String provider,
            String region,
            List<String> aliases,
            @Nullable String location,
            @Nullable String zone,
            @Nullable String gridZone,
            String source,
            String licence,
            List<FactorView> factors) {}

    /** All regions, of one provider when it is told, and only the one when its name is told too. */
    @GET
    @Operation(summary = "List cloud regions", description = "Names are understood in any spelling that is listed.")
    public List<RegionView> list(
            @Parameter(description = "Provider", example = "aws") @QueryParam("provider") @Nullable String provider,
            @Parameter(description = "Region; needs a provider", example = "eu-west-3") @QueryParam("region") @Nullable
                    String region) {
        if (region == null) {
            return factors.cloudRegions().sites().stream()
                    .filter(site -> provider == null || isOf(provider, site.region()))
                    .map(CloudRegionsResource::view)
                    .toList();
        }
        if (provider == null) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "the query parameter region needs the query parameter provider beside it",
                            null)
                    .asAnswer();
        }
        return factors.cloudRegions().find(provider, region).map(CloudRegionsResource::view).stream()
                .toList();
    }

    private boolean isOf(String provider, CloudRegion region) {
        return factors.cloudRegions().find(provider, region.region()).stream()
                .anyMatch(site -> site.region().equals(region));
    }

    private static RegionView view(CloudSite site) {
        CloudRegion region = site.region();
        return new RegionView(
                region.code(),
                region.provider(),
                region.region(),
                region.aliases(),
                region.location(),
                region.zone(),
                region.gridZone(),
                region.source(),
                region.licence(),
                Stream.<@Nullable Factor>of(
                                site.pue(),
                                site.wue(),
                                site.grid(),
                                site.market(),
                                site.marginal(),
                                site.water(),
                                site.carbonFree())
                        .flatMap(Stream::ofNullable)
                        .map(FactorView::of)
                        .toList());
    }
}
