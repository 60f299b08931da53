package dev.sillage.calculation.factor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The cloud regions that are known by name. Names are compared without regard to case. */
public final class CloudRegions {
    /** What providers, or their services, are called in telemetry and by people, beside the providers' short names. */
    private static final Map<String, String> PROVIDER_NAMES = Map.ofEntries(
            Map.entry("amazon", "aws"),
            Map.entry("amazon web services", "aws"),
            Map.entry("aws.bedrock", "aws"),
            Map.entry("s3", "aws"),
            Map.entry("amazon s3", "aws"),
            Map.entry("ebs", "aws"),
            Map.entry("amazon ebs", "aws"),
            Map.entry("efs", "aws"),
            Map.entry("amazon efs", "aws"),
            Map.entry("gcs", "gcp"),
            Map.entry("google cloud storage", "gcp"),
            Map.entry("azure blob", "azure"),
            Map.entry("azure lrs", "azure"),
            Map.entry("azure grs", "azure"),
            Map.entry("google", "gcp"),
            Map.entry("google cloud", "gcp"),
            Map.entry("google_cloud", "gcp"),
            Map.entry("gcp.vertex_ai", "gcp"),
            Map.entry("microsoft", "azure"),
            Map.entry("microsoft azure", "azure"),
            Map.entry("azure.ai.openai", "azure"),
            Map.entry("oci", "oracle"),
            Map.entry("oracle_cloud", "oracle"),
            Map.entry("ovh", "ovhcloud"));

    private final List<CloudRegion> all = new ArrayList<>();
    private final Map<String, CloudRegion> byCode = new HashMap<>();
    private final Map<String, Map<String, CloudSite>> sites = new HashMap<>();

    void add(CsvRow row, Zones zones) {
        CloudRegion region = CloudRegion.of(row, zones);
        if (byCode.put(region.code(), region) != null) {
            throw row.bad("region", "each region of a provider once");
        }
        all.add(region);
    }

    /** To be called once, when all factors are read: from then on the regions are found by name. */
    void connect(FactorIndex index) {
        for (CloudRegion region : all) {
            CloudSite site = CloudSite.of(region, index);
            Map<String, CloudSite> named = sites.computeIfAbsent(region.provider(), provider -> new HashMap<>());
            named.put(lower(region.region()), site);
            region.aliases().forEach(alias -> named.putIfAbsent(lower(alias), site));
        }
    }

    /** Whether {@code provider:region} is one of these, exactly. */
    boolean isKnown(String code) {
        return byCode.containsKey(code);
    }

    /** All regions, in the order of the tables. */
    public List<CloudRegion> all() {
        return List.copyOf(all);
    }

    /** All regions with their factors, in the order of the tables. */
    public List<CloudSite> sites() {
        return all.stream()
                .map(region -> find(region.provider(), region.region()).orElseThrow())
                .toList();
    }

    /** The region of a provider by its name or another name of it; empty when it is not known. */
    public Optional<CloudSite> find(String provider, String region) {
        return Optional.ofNullable(
                sites.getOrDefault(providerOf(provider), Map.of()).get(lower(region)));
    }

    /** What is known of all regions of a provider; empty when nothing is. */
    public Optional<CloudSite> anyOf(String provider) {
        return find(provider, CloudRegion.ANY);
    }

    /** The short name of a provider by any name of it; the name itself, in small letters, when it is not known. */
    public String provider(String name) {
        return providerOf(name);
    }

    private static String providerOf(String name) {
        String lower = lower(name);
        return PROVIDER_NAMES.getOrDefault(lower, lower);
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
