package dev.sillage.calculation.factor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All keys that a factor set may have. They belong to the code that reads them and not to the set; a key that fits no
 * rule is refused, because a misspelt key would otherwise lie unused in silence.
 */
final class FactorKeys {
    private static final String FILE = "factor-keys.csv";
    private static final List<String> HEADER = List.of("pattern", "unit", "bounds", "meaning");

    private final List<KeyRule> rules;

    /** Of the keys of rows only: keys that people ask for must not fill the memory. */
    private final Map<String, Optional<KeyRule>> ofRows = new ConcurrentHashMap<>();

    private FactorKeys(List<KeyRule> rules) {
        this.rules = rules;
    }

    static FactorKeys load() {
        try (InputStream in = FactorKeys.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new FactorException(FILE + ": missing in this version of the service");
            }
            List<CsvRow> rows = CsvTable.read(FILE, in.readAllBytes(), HEADER);
            rows.forEach(row -> row.parts("unit").forEach(unit -> row.checkUnit("unit", unit)));
            return new FactorKeys(rows.stream().map(KeyRule::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first rule that fits. */
    Optional<KeyRule> find(String key) {
        Optional<KeyRule> known = ofRows.get(key);
        return known != null ? known : search(key);
    }

    private Optional<KeyRule> search(String key) {
        return rules.stream().filter(rule -> rule.fits(key)).findFirst();
    }

    KeyRule of(CsvRow row) {
        return ofRows.computeIfAbsent(row.required("key"), this::search)
                .orElseThrow(() -> row.bad(
                        "key",
                        "a key like one of "
                                + rules.stream().map(KeyRule::pattern).toList()));
    }
}
