package dev.sillage.endtoend;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;

/** The factors that the recomputation needs, straight from the files. */
final class OfflineFactors {
    private final Table constants = Table.read(Project.FACTORS.resolve("ecologits-constants.csv"));
    private final Table mixes = Table.read(Project.FACTORS.resolve("ecologits-mixes.csv"));
    private final Table models = Table.read(Project.FACTORS.resolve("ai-models.csv"));
    private final Table providers = Table.read(Project.FACTORS.resolve("ai-providers.csv"));

    /** A constant of the method. */
    double constant(String key) {
        return number(constants.only(row -> row.getField("key").equals("ecologits." + key)), "central");
    }

    /** Impact of a kilowatt-hour: {@code gwp}, {@code adpe}, {@code pe} or {@code water}. */
    double mix(String impact, String zone) {
        return number(
                mixes.only(row -> row.getField("key").equals("ecologits.mix." + impact)
                        && row.getField("zone").equals(zone)),
                "central");
    }

    NamedCsvRecord provider(String telemetryName) {
        return providers.only(row -> List.of(row.getField("names").split("\\|")).contains(telemetryName));
    }

    NamedCsvRecord model(String registryProvider, String id) {
        return models.only(row -> row.getField("provider").equals(registryProvider)
                && row.getField("model").equals(id));
    }

    static double number(NamedCsvRecord row, String field) {
        return Double.parseDouble(row.getField(field));
    }
}
