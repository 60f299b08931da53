package dev.sillage.calculation.factor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The places that factors can be for: countries of ISO 3166-1, {@code EU}, {@code WOR} for the world, and the parts of
 * countries that have a grid of their own.
 */
public final class Zones {

    /** The code of the world's average. */
    public static final String WORLD = "WOR";

    static final String FILE = "zones.csv";
    static final List<String> HEADER = List.of("iso3", "iso2", "name");

    static final String GRID_FILE = FactorFiles.SHARE_ALIKE + "zones-electricity-maps.csv";
    static final List<String> GRID_HEADER = List.of("zone", "country", "name");

    private final Map<String, GridZone> grids = new HashMap<>();
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

    /**
     * A part of a country with a grid of its own.
     *
     * @param code as Electricity Maps names it, for example {@code US-CAL-CISO}
     * @param country ISO 3166-1 alpha-3
     * @param name in English
     */
    public record GridZone(String code, String country, String name) {}

    Zones(List<CsvRow> rows, List<CsvRow> gridRows) {
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
        gridRows.forEach(this::addGrid);
    }

    private void addGrid(CsvRow row) {
        String code = row.required("zone");
        if (!code.matches("[A-Z]{2}(-[A-Z0-9]+)+")) {
            throw row.bad("zone", "a code such as FR-COR");
        }
        if (!byCode.containsKey(row.required("country"))) {
            throw row.bad("country", "a zone of " + FILE);
        }
        if (grids.put(code, new GridZone(code, row.required("country"), row.required("name"))) != null) {
            throw row.bad("zone", "each code once");
        }
    }

    /** All countries, the European Union and the world, by code. */
    public List<Zone> all() {
        return byCode.values().stream().sorted(Comparator.comparing(Zone::code)).toList();
    }

    /** All parts of countries that have a grid of their own, by code. */
    public List<GridZone> grids() {
        return grids.values().stream()
                .sorted(Comparator.comparing(GridZone::code))
                .toList();
    }

    /** The part of a country of that code, in any case. */
    public Optional<GridZone> findGrid(String code) {
        return Optional.ofNullable(grids.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /** Whether it is the code of a part of a country, exactly. */
    boolean isGrid(String code) {
        return grids.containsKey(code);
    }

    /** Whether it is the code of a country, the European Union or the world, exactly. */
    boolean isKnown(String code) {
        return byCode.containsKey(code);
    }

    /** The place of an alpha-3 or alpha-2 code, in any case, or empty for a code that is not known. */
    public Optional<Zone> find(String code) {
        return Optional.ofNullable(byAnyCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }
}
