package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.factor.CloudSite;
import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.factor.FactorCatalogue;
import dev.sillage.calculation.factor.FactorView;
import dev.sillage.calculation.factor.Zones;
import dev.sillage.calculation.model.language.Host;
import dev.sillage.calculation.model.place.Place;
import dev.sillage.calculation.model.place.Places;
import dev.sillage.calculation.model.sheet.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a model ran: the place that the sender names, be it a country or the region of a cloud, else the provider's
 * usual one, else the world.
 *
 * @param zone as results name it
 * @param operands of the sheets: PUE, WUE, the electricity, ADPF
 * @param warnings what had to be assumed
 */
record Site(String zone, Map<String, Operand> operands, List<String> warnings) {
    private static final List<String> CLOUDS = List.of("aws", "azure", "gcp");

    static Site find(Host host, @Nullable String named, FactorView factors) {
        List<String> warnings = new ArrayList<>();
        Optional<CloudSite> region = region(host.name(), named, factors.catalogue());
        String zone = region.map(site -> site.region().zone())
                .or(() -> zone(named, factors))
                .orElseGet(() -> usual(host, named, warnings));
        Place place = Places.find(zone, factors);
        place.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        Map<String, Operand> operands = new HashMap<>(place.electricity());
        put(operands, "PUE", factors.factor(host.pueKey()));
        put(operands, "WUE", factors.factor(host.wueKey()));
        put(operands, "ADPF", factors.find("grid.adpe", place.zone()));
        if (!operands.containsKey("ADPF")) {
            warnings.add("embodied-only:adpe");
        }
        boolean isTold = region.isPresent();
        warnings.addAll(host.warnings().stream()
                .filter(warning -> !(isTold
                        && warning.equals("wue-fallback")
                        && region.map(CloudSite::wue).isPresent()))
                .toList());
        region.ifPresent(site -> regional(site, operands, factors));
        return new Site(place.zone(), Map.copyOf(operands), List.copyOf(warnings));
    }

    /** What is known of the region comes before what is known of its provider and its country. */
    private static void regional(CloudSite site, Map<String, Operand> operands, FactorView factors) {
        put(operands, "PUE", again(site.pue(), factors));
        put(operands, "WUE", again(site.wue(), factors));
        put(operands, "WCF", again(site.water(), factors));
        Factor market = again(site.market(), factors);
        if (market != null && !operands.containsKey("CIm")) {
            put(operands, "CIm", market);
        }
    }

    /** The same factor, or the tenant's own in its place. */
    private static @Nullable Factor again(@Nullable Factor factor, FactorView factors) {
        return factor == null ? null : factors.find(factor.key(), factor.zone());
    }

    private static void put(Map<String, Operand> operands, String symbol, @Nullable Factor factor) {
        if (factor != null) {
            operands.put(symbol, Operand.of(factor));
        }
    }

    /** The names of regions differ between clouds, so the cloud need not be told. */
    private static Optional<CloudSite> region(String provider, @Nullable String named, FactorCatalogue catalogue) {
        if (named == null || named.isBlank()) {
            return Optional.empty();
        }
        List<String> clouds = new ArrayList<>(CLOUDS);
        clouds.add(0, provider);
        return clouds.stream()
                .flatMap(cloud -> catalogue.cloudRegions().find(cloud, named).stream())
                .filter(site -> site.region().zone() != null)
                .findFirst();
    }

    private static Optional<String> zone(@Nullable String named, FactorView factors) {
        if (named == null || named.isBlank()) {
            return Optional.empty();
        }
        Zones zones = factors.catalogue().zones();
        return zones.find(named)
                .map(Zones.Zone::code)
                .or(() -> zones.findGrid(named).map(Zones.GridZone::country))
                .filter(code -> factors.find("grid.ghg.location", code) != null);
    }

    private static String usual(Host host, @Nullable String named, List<String> warnings) {
        String usual = host.zone();
        if (usual == null || (named != null && !named.isBlank())) {
            warnings.add("zone-fallback");
        }
        return usual == null ? Zones.WORLD : usual;
    }
}
