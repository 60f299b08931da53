package dev.sillage.reporting.activity;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.FootprintQuery;
import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.Interval;
import dev.sillage.reporting.query.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** How many activities there can be at most, without reading any: the report counts those of every source. */
@ApplicationScoped
class ActivityCount {
    private final Snapshot snapshot;
    private final FootprintReader reader;

    ActivityCount(Snapshot snapshot, FootprintReader reader) {
        this.snapshot = snapshot;
        this.reader = reader;
    }

    /** Refuses a table that could have more rows. */
    void check(String tenant, ActivitySelection selection, long maxRows) throws SQLException {
        FootprintQuery query = new FootprintQuery(
                selection.range(),
                ZoneOffset.UTC,
                Interval.NONE,
                List.of(),
                selection.filters(),
                List.of(Criterion.ENERGY),
                null);
        long count = snapshot.read(
                tenant, connection -> reader.total(connection, query, tenant).activities());
        if (count > maxRows) {
            throw Problem.tooManyActivities(
                    "from",
                    "A table has at most " + maxRows + " rows; this one could have " + count
                            + ". Give from and to, or filter.");
        }
    }
}
