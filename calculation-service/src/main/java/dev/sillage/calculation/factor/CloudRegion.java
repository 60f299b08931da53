package dev.sillage.calculation.factor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where a cloud provider runs machines.
 *
 * @param provider for example {@code aws}
 * @param region the provider's name of it, or {@code *} for all its regions
 * @param aliases what else the region is called
 * @param location the town, as a hint for people
 * @param zone country, ISO 3166-1 alpha-3, when known
 * @param gridZone the part of the country's grid, when the country has several
 * @param source where it was read
 * @param year of the source
 * @param licence of the source
 */
public record CloudRegion(
        String provider,
        String region,
        List<String> aliases,
        @Nullable String location,
        @Nullable String zone,
        @Nullable String gridZone,
        String source,
        String year,
        String licence) {

    /** The region that stands for all regions of a provider. */
    public static final String ANY = "*";

    static final String FILE = "cloud-regions.csv";
    static final String SHARE_ALIKE_FILE = FactorFiles.SHARE_ALIKE + FILE;
    static final List<String> HEADER =
            List.of("provider", "region", "aliases", "location", "zone", "grid_zone", "source", "year", "licence");

    public CloudRegion {
        aliases = List.copyOf(aliases);
    }

    /** The zone of its factors, for example {@code aws:eu-west-3}. */
    public String code() {
        return provider + ":" + region;
    }

    static CloudRegion of(CsvRow row, Zones zones) {
        String zone = row.optional("zone");
        String region = row.required("region");
        if (zone != null && !zones.isKnown(zone)) {
            throw row.bad("zone", "a zone of " + Zones.FILE + ", or nothing");
        }
        if (zone == null && !region.equals(ANY)) {
            throw row.bad("zone", "the country of the region");
        }
        return new CloudRegion(
                row.required("provider"),
                region,
                row.parts("aliases"),
                row.optional("location"),
                zone,
                row.optional("grid_zone"),
                row.required("source"),
                row.requiredYear("year"),
                row.required("licence"));
    }
}
