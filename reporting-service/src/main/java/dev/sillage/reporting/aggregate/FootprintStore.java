package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows series and partitions of footprints before their transaction begins, so that it is short. */
@ApplicationScoped
class FootprintStore implements Store {
    private final SeriesCatalogue catalogue;
    private final LedgerPartitions partitions;
    private final FootprintTables tables;

    FootprintStore(SeriesCatalogue catalogue, LedgerPartitions partitions, FootprintTables tables) {
        this.catalogue = catalogue;
        this.partitions = partitions;
        this.tables = tables;
    }

    @Override
    public Effects prepare(List<Received> records) throws SQLException {
        Set<Dimensions> dimensions = new HashSet<>();
        List<ReceivedFootprint> footprints = new ArrayList<>(records.size());
        for (Received record : records) {
            ReceivedFootprint footprint = footprint(record);
            if (footprint != null) {
                dimensions.add(footprint.dimensions());
                footprints.add(footprint);
            }
        }
        partitions.ensure(footprints);
        return new FootprintEffects(catalogue.resolve(dimensions), tables);
    }

    private static @Nullable ReceivedFootprint footprint(Received record) {
        if (record instanceof ReceivedAmendment amendment) {
            return amendment.replacement();
        }
        return record instanceof ReceivedFootprint footprint ? footprint : null;
    }
}
