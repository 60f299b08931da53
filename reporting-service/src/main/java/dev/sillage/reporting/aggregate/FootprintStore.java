package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.intake.DeadLetterTable;
import dev.sillage.reporting.intake.Received;
import dev.sillage.reporting.intake.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows the series of footprints before their transaction begins, so that it is short. */
@ApplicationScoped
class FootprintStore implements Store {
    private final SeriesCatalogue catalogue;
    private final LedgerTable ledger;
    private final RollupTables rollups;
    private final UnknownModelTable unknownModels;
    private final DeadLetterTable deadLetters;

    FootprintStore(
            SeriesCatalogue catalogue,
            LedgerTable ledger,
            RollupTables rollups,
            UnknownModelTable unknownModels,
            DeadLetterTable deadLetters) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.rollups = rollups;
        this.unknownModels = unknownModels;
        this.deadLetters = deadLetters;
    }

    @Override
    public Effects prepare(List<Received> records) throws SQLException {
        Set<Dimensions> dimensions = new HashSet<>();
        for (Received record : records) {
            if (record instanceof ReceivedFootprint footprint) {
                dimensions.add(footprint.dimensions());
            }
        }
        return new FootprintEffects(catalogue.resolve(dimensions), ledger, rollups, unknownModels, deadLetters);
    }
}
