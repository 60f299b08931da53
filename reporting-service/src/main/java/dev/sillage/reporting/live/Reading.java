package dev.sillage.reporting.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the database held at one moment.
 *
 * @param version of the database, see {@link EventId}
 * @param at the moment, by the clock of the database
 * @param cells by tenant; none for a tenant without activities
 */
record Reading(long version, Instant at, Map<String, List<Cell>> cells) {

    LiveFigures figures(String tenant) {
        return LiveFigures.of(at, cells.getOrDefault(tenant, List.of()));
    }
}
