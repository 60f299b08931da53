package dev.sillage.calculation.factor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The providers that are known by name. Names are compared without regard to case. */
public final class Providers {
    private static final String UNKNOWN = "unknown";

    private final List<Provider> all;
    private final Map<String, Provider> byName = new HashMap<>();
    private final Provider unknown;

    Providers(List<CsvRow> rows, Zones zones, ModelRegistry models) {
        all = rows.stream().map(row -> add(row, zones, models)).toList();
        Provider last = byName.remove(UNKNOWN);
        if (last == null || last.zone() == null || last.wueLow() == null) {
            throw new FactorException(
                    Provider.FILE + ": expected a row '" + UNKNOWN + "' with zone, PUE and WUE, for everybody else");
        }
        unknown = last;
    }

    private Provider add(CsvRow row, Zones zones, ModelRegistry models) {
        Provider provider = Provider.of(row, zones, models);
        put(row, "provider", provider.id(), provider);
        for (String name : provider.names()) {
            // A provider may be listed under its own id as well.
            if (!name.equals(provider.id())) {
                put(row, "names", name, provider);
            }
        }
        return provider;
    }

    private void put(CsvRow row, String column, String name, Provider provider) {
        if (byName.put(name.toLowerCase(Locale.ROOT), provider) != null) {
            throw row.bad(column, "each name once");
        }
    }

    /** All providers, in the order of the table. */
    public List<Provider> all() {
        return all;
    }

    /** The provider of that name, in any case. */
    public Optional<Provider> find(String name) {
        return Optional.ofNullable(byName.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** What is assumed of everybody else: zone, PUE and WUE are all known, and wide. */
    public Provider unknown() {
        return unknown;
    }
}
