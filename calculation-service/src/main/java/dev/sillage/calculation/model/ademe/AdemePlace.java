package dev.sillage.calculation.model.ademe;

import dev.sillage.calculation.factor.Zones;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places that the reference knows: France, Europe, China and the United States for electricity, France and Europe
 * for networks. France when none is told; Europe for all others.
 *
 * @param zone of {@code ademe.grid}
 * @param network {@code fr} or {@code eu}
 * @param isFallback whether another place was told
 */
record AdemePlace(String zone, String network, boolean isFallback) {
    private static final String FRANCE = "FRA";
    private static final String EUROPE = "EU";
    private static final Set<String> KNOWN = Set.of(FRANCE, EUROPE, "CHN", "USA");

    static AdemePlace find(@Nullable String country, Zones zones) {
        if (country == null || country.isBlank()) {
            return new AdemePlace(FRANCE, "fr", false);
        }
        String code = zones.find(country).map(Zones.Zone::code).orElse(country.toUpperCase(Locale.ROOT));
        boolean known = KNOWN.contains(code);
        return new AdemePlace(known ? code : EUROPE, code.equals(FRANCE) ? "fr" : "eu", !known);
    }
}
