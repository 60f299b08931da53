package dev.sillage.calculation.factor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places that factors can be for: countries of ISO 3166-1, {@code EU}, and {@code WOR} for the world. */
public final class Zones {

    /** The code of the world's average. */
    public static final String WORLD = "WOR";

    static final String FILE = "zones.csv";
    static final List<String> HEADER = List.of("iso3", "iso2", "name");

    private final Map<String, Zone> byCode = new HashMap<>();
    private final Map<String, Zone> byAnyCode = new HashMap<>();

    /**
     * One place.
     *
     * @param code ISO 3166-1 alpha-3, {@code EU} or {@code WOR}
     * @param alpha2 ISO 3166-1 alpha-2, when it has one
     * @param name in English
     */
    public record Zone(String code, @Nullable String alpha2, String name) {}

    Zones(List<CsvRow> rows) {
        for (CsvRow row : rows) {
            String code = row.required("iso3");
            String alpha2 = row.optional("iso2");
            if (!code.matches("[A-Z]{3}|EU")) {
                throw row.bad("iso3", "three capital letters, or EU");
            }
            if (alpha2 != null && !alpha2.matches("[A-Z]{2}")) {
                throw row.bad("iso2", "two capital letters, or nothing");
            }
            Zone zone = new Zone(code, alpha2, row.required("name"));
            byCode.put(code, zone);
            if (byAnyCode.put(code, zone) != null) {
                throw row.bad("iso3", "each code once");
            }
            if (alpha2 != null && !alpha2.equals(code) && byAnyCode.put(alpha2, zone) != null) {
                throw row.bad("iso2", "each code once");
            }
        }
        if (!byCode.containsKey(WORLD)) {
            throw new FactorException(FILE + ": no row " + WORLD + ", expected one for the world");
        }
    }

    /** Whether it is the code of one of these places, exactly. */
    boolean isKnown(String code) {
        return byCode.containsKey(code);
    }

    /** The place of an alpha-3 or alpha-2 code, in any case, or empty for a code that is not known. */
    public Optional<Zone> find(String code) {
        return Optional.ofNullable(byAnyCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }
}
