package dev.sillage.calculation.result;

import dev.sillage.activity.Activity;
import dev.sillage.activity.Compute;
import dev.sillage.activity.Embedding;
import dev.sillage.activity.ImageGeneration;
import dev.sillage.activity.LlmInference;
import dev.sillage.activity.ModelTraining;
import dev.sillage.activity.Storage;
import dev.sillage.activity.VideoGeneration;
import dev.sillage.calculation.factor.CloudRegion;
import dev.sillage.calculation.factor.CloudRegions;
import dev.sillage.calculation.factor.CloudSite;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.language.ResourceNames;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The region of a cloud that an activity says it ran in, whatever a method makes of it: computed again by another
 * method, an activity stays in its region.
 */
final class Regions {
    private static final List<String> CLOUDS = List.of("aws", "azure", "gcp", "ovhcloud", "scaleway", "oracle");

    private final CloudRegions regions;
    private final Zones zones;

    Regions(FactorCatalogue catalogue) {
        this.regions = catalogue.cloudRegions();
        this.zones = catalogue.zones();
    }

    /** The region; null for an activity that names none, or a country in its place. */
    @Nullable
    String of(Activity activity) {
        if (activity instanceof LlmInference request) {
            return ofModel(request.provider(), request.model(), request.zone());
        } else if (activity instanceof Compute compute) {
            return ofMachine(compute.provider(), compute.region());
        } else if (activity instanceof Storage storage) {
            return ofMachine(storage.provider(), storage.region());
        } else if (activity instanceof Embedding request) {
            return ofModel(request.provider(), request.model(), request.zone());
        } else if (activity instanceof ImageGeneration request) {
            return ofModel(request.provider(), request.model(), request.zone());
        } else if (activity instanceof VideoGeneration request) {
            return ofModel(request.provider(), request.model(), request.zone());
        } else if (activity instanceof ModelTraining training) {
            return ofModel(null, null, training.zone());
        }
        return null;
    }

    /** What is named may be a country: only what a cloud knows is a region. */
    private @Nullable String ofModel(@Nullable String provider, @Nullable String model, @Nullable String zone) {
        String named = zone == null ? ResourceNames.region(model) : zone;
        return named == null || isCountry(named) ? null : known(provider, named).orElse(null);
    }

    /** What is named is a region unless it is a country, also when no cloud of the catalogue knows it. */
    private @Nullable String ofMachine(@Nullable String provider, @Nullable String named) {
        if (named == null || isCountry(named)) {
            return null;
        }
        String name = named.strip();
        return known(provider, name).orElse(name.isEmpty() || name.equals(CloudRegion.ANY) ? null : name);
    }

    private boolean isCountry(String name) {
        return zones.find(name).isPresent();
    }

    /** The provider's own name of it; where the provider does not know it, that of the first cloud that does. */
    private Optional<String> known(@Nullable String provider, String name) {
        Optional<CloudSite> site = provider == null ? Optional.empty() : regions.find(provider, name);
        for (int i = 0; site.isEmpty() && i < CLOUDS.size(); i++) {
            site = regions.find(CLOUDS.get(i), name);
        }
        return site.map(found -> found.region().region()).filter(region -> !region.equals(CloudRegion.ANY));
    }
}
