package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.factor.FactorCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds devices by name, and the mix that is usual for a kind of activity. A desktop counts with its screen. */
final class Devices {
    private static final List<String> NAMES = List.of("smartphone", "tablet", "laptop", "desktop", "tv");
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("phone", "smartphone"),
            Map.entry("mobile", "smartphone"),
            Map.entry("mobile-phone", "smartphone"),
            Map.entry("notebook", "laptop"),
            Map.entry("computer", "laptop"),
            Map.entry("pc", "desktop"),
            Map.entry("desktop+monitor", "desktop"),
            Map.entry("television", "tv"),
            Map.entry("smart-tv", "tv"));

    private final FactorCatalogue catalogue;
    private final Map<String, DeviceMix> single = new HashMap<>();

    Devices(FactorCatalogue catalogue) {
        this.catalogue = catalogue;
        NAMES.forEach(name -> single.put(name, DeviceMix.of(List.of(part(name, 1)))));
        ALIASES.forEach((alias, name) -> single.put(alias, DeviceMix.of(List.of(part(name, 1)))));
    }

    private DeviceMix.Part part(String name, double share) {
        return new DeviceMix.Part(
                name,
                share,
                catalogue.factor("device." + name + ".power"),
                catalogue.factor("device." + name + ".embodied"));
    }

    /** The mix whose shares the catalogue has under {@code prefix.<device>}. */
    DeviceMix usual(String prefix) {
        List<DeviceMix.Part> parts = new ArrayList<>();
        for (String name : NAMES) {
            catalogue.factors(prefix + "." + name).forEach(share -> parts.add(part(name, share.central())));
        }
        return DeviceMix.of(parts);
    }

    /** The device of that name; {@code usual} when none is named or the name is not known. */
    DeviceMix find(@Nullable String name, DeviceMix usual, Assumptions assumptions) {
        if (name == null || name.isBlank()) {
            assumptions.usual();
            return usual;
        }
        DeviceMix known = single.get(name.strip().toLowerCase(Locale.ROOT));
        if (known == null) {
            assumptions.fallback("device-fallback");
            return usual;
        }
        return known;
    }

    /** A mix of named devices; the share of a name that is not known goes to {@code usual}. */
    DeviceMix find(@Nullable Map<String, Double> shares, DeviceMix usual, Assumptions assumptions) {
        if (shares == null || shares.isEmpty()) {
            assumptions.usual();
            return usual;
        }
        List<DeviceMix.Part> parts = new ArrayList<>();
        shares.forEach(
                (name, share) -> find(name, usual, assumptions).parts().forEach(part -> parts.add(part.times(share))));
        if (parts.stream().mapToDouble(DeviceMix.Part::share).sum() <= 0) {
            assumptions.fallback("device-fallback");
            return usual;
        }
        return DeviceMix.of(parts);
    }
}
