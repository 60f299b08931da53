package dev.sillage.reporting.aggregate;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The id of each series, remembered. New ones are written outside the transaction of the figures: a series without
 * figures is harmless, an id that was rolled back but remembered would not be.
 */
@ApplicationScoped
class SeriesCatalogue {
    private static final Logger LOG = Logger.getLogger(SeriesCatalogue.class);
    private static final int MAX_REMEMBERED = 200_000;

    private final AgroalDataSource database;
    private final SeriesTable table;
    private final LabelValues labels;
    private final int maxPerTenant;
    private final Map<Dimensions, Long> remembered = new ConcurrentHashMap<>();

    SeriesCatalogue(AgroalDataSource database, SeriesTable table, LabelValues labels, AggregateConfig config) {
        if (config.maxSeriesPerTenant() < 1) {
            throw new IllegalStateException(
                    "sillage.reporting.max-series-per-tenant must be at least 1, not " + config.maxSeriesPerTenant());
        }
        this.database = database;
        this.table = table;
        this.labels = labels;
        this.maxPerTenant = config.maxSeriesPerTenant();
    }

    /** Being there at the start is all: a limit that makes no sense stops the start, not the first record. */
    void checkConfiguration(@Observes StartupEvent starting) {}

    /** The ids of all these series; those that are new are written now. */
    Map<Dimensions, Long> resolve(Collection<Dimensions> wanted) throws SQLException {
        Map<Dimensions, Long> ids = new HashMap<>();
        Set<Dimensions> unknown = new HashSet<>();
        for (Dimensions dimensions : wanted) {
            Long id = remembered.get(dimensions);
            if (id == null) {
                unknown.add(dimensions);
            } else {
                ids.put(dimensions, id);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Dimensions, Long> found = lookUp(unknown);
            if (remembered.size() + found.size() > MAX_REMEMBERED) {
                remembered.clear();
            }
            remembered.putAll(found);
            ids.putAll(found);
        }
        return ids;
    }

    private Map<Dimensions, Long> lookUp(Set<Dimensions> unknown) throws SQLException {
        Map<Dimensions, UUID> digests = new HashMap<>();
        unknown.forEach(dimensions -> digests.put(dimensions, dimensions.digest()));
        try (Connection connection = database.getConnection()) {
            Map<UUID, Long> existing = table.read(connection, digests.values());
            Map<UUID, Dimensions> added = added(connection, digests, existing);
            if (!added.isEmpty()) {
                table.insert(connection, added);
                existing.putAll(table.read(connection, added.keySet()));
            }
            Map<Dimensions, Long> ids = new HashMap<>();
            digests.forEach((dimensions, digest) -> ids.put(dimensions, Objects.requireNonNull(existing.get(digest))));
            return ids;
        }
    }

    /** The series to write for those that do not exist; the digests of those that are stored as others are changed. */
    private Map<UUID, Dimensions> added(Connection connection, Map<Dimensions, UUID> digests, Map<UUID, Long> existing)
            throws SQLException {
        List<Dimensions> missing = digests.keySet().stream()
                .filter(dimensions -> !existing.containsKey(digests.get(dimensions)))
                .toList();
        Map<UUID, Dimensions> added = new HashMap<>();
        if (missing.isEmpty()) {
            return added;
        }
        Map<Dimensions, Dimensions> folded = labels.admit(connection, missing);
        folded.forEach((dimensions, other) -> digests.put(dimensions, other.digest()));
        if (!folded.isEmpty()) {
            existing.putAll(table.read(
                    connection, folded.keySet().stream().map(digests::get).collect(Collectors.toSet())));
        }
        Map<String, Long> counts = new HashMap<>();
        for (Dimensions dimensions : missing) {
            UUID digest = Objects.requireNonNull(digests.get(dimensions));
            if (!existing.containsKey(digest) && !added.containsKey(digest)) {
                Dimensions wanted = folded.getOrDefault(dimensions, dimensions);
                Dimensions stored = bounded(connection, wanted, counts);
                digest = stored.equals(wanted) ? digest : stored.digest();
                added.put(digest, stored);
            }
            digests.put(dimensions, digest);
        }
        return added;
    }

    /** Itself below the limit; beyond it without labels; beyond twice the limit without any free text. */
    private Dimensions bounded(Connection connection, Dimensions dimensions, Map<String, Long> counts)
            throws SQLException {
        Long count = counts.get(dimensions.tenant());
        if (count == null) {
            count = table.count(connection, dimensions.tenant());
        }
        counts.put(dimensions.tenant(), count + 1);
        if (count < maxPerTenant) {
            return dimensions;
        }
        if (count == maxPerTenant) {
            LOG.warnf(
                    "tenant %s has %d series, the limit of sillage.reporting.max-series-per-tenant: new ones are"
                            + " grouped as other",
                    dimensions.tenant(), count);
        }
        return count < 2L * maxPerTenant ? dimensions.withFoldedLabels() : dimensions.withFoldedNames();
    }
}
