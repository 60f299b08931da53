package dev.sillage.reporting.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What is done with records, in a transaction that the caller begins, commits and repeats when it fails. */
@FunctionalInterface
public interface Store {

    /**
     * Prepares, in transactions of its own, what may exist even when the records are never stored.
     *
     * @param records partition by partition, each in order of offsets; some may be stored already
     */
    Effects prepare(List<Received> records) throws SQLException;

    /** What the records change. */
    @FunctionalInterface
    interface Effects {

        /**
         * Writes all effects through this connection and nowhere else, so that they happen together with the advance
         * of the offsets or not at all.
         *
         * @param fresh the prepared records without those that are stored already
         */
        void write(Connection connection, List<Received> fresh) throws SQLException;
    }
}
