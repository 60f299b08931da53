package dev.sillage.reporting.aggregate;

import dev.sillage.reporting.account.AccountBook;
import dev.sillage.reporting.intake.DeadLetterTable;
import jakarta.inject.Singleton;

/** What a batch of footprints is written to. */
@Singleton
class FootprintTables {
    final Recognition recognition;
    final LedgerTable ledger;
    final RollupTables rollups;
    final UnknownModelTable unknownModels;
    final DeadLetterTable deadLetters;
    final Retention retention;
    final Amendments amendments;
    final AccountBook accounts;

    FootprintTables(
            Recognition recognition,
            LedgerTable ledger,
            RollupTables rollups,
            UnknownModelTable unknownModels,
            DeadLetterTable deadLetters,
            Retention retention,
            Amendments amendments,
            AccountBook accounts) {
        this.recognition = recognition;
        this.ledger = ledger;
        this.rollups = rollups;
        this.unknownModels = unknownModels;
        this.deadLetters = deadLetters;
        this.retention = retention;
        this.amendments = amendments;
        this.accounts = accounts;
    }
}
