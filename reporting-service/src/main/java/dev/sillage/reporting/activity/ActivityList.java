package dev.sillage.reporting.activity;

import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.Snapshot;
import dev.sillage.reporting.query.SqlText;
import dev.sillage.reporting.schema.Rollup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists activities of a tenant, newest first, page by page; what a page costs does not depend on how many there are. */
@ApplicationScoped
public class ActivityList {
    /** How many activities one page looks into, when only they know whether they are meant. */
    static final int EXAMINED = 20_000;

    /** Into how many it looks at first: what is not rare is among these. */
    private static final int EXAMINED_FIRST = 500;

    /** How often a page looks further back, where the report counts activities that are not kept any more. */
    private static final int ROUNDS = 24;

    private final Snapshot snapshot;

    ActivityList(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The first page. */
    public Page first(String tenant, ActivitySelection selection, int limit) throws SQLException {
        return page(tenant, selection, Cursor.BEGINNING, limit);
    }

    /** The page after a cursor: at most so many, and where the next page begins. */
    Page page(String tenant, ActivitySelection selection, Cursor cursor, int limit) throws SQLException {
        Cursor after = cursor.orBefore(selection.range().to());
        return snapshot.read(tenant, connection -> {
            if (selection.looksIntoActivities()) {
                return among(connection, tenant, selection, after, limit);
            }
            return selection.filters().isEmpty()
                    ? ofAll(connection, tenant, selection, after, limit)
                    : ofSeries(connection, tenant, selection, after, limit);
        });
    }

    /** Looks into the months just before the cursor, and only when these hold too few into all there are. */
    private static Page ofAll(
            Connection connection, String tenant, ActivitySelection selection, Cursor after, int limit)
            throws SQLException {
        List<Found> found = List.of();
        for (ActivitySelection each : List.of(recent(selection, after), selection)) {
            found = found(connection, ActivitySql.newest(tenant, each, after, limit + 1));
            if (found.size() > limit || each.equals(selection)) {
                break;
            }
        }
        return Page.of(found, limit, null);
    }

    /** What ended in the month of the cursor and the one before, or in what can have happened of these. */
    private static ActivitySelection recent(ActivitySelection selection, Cursor after) {
        Instant now = Instant.now();
        Instant month = Rollup.MONTH.floor(after.time().isBefore(now) ? after.time() : now);
        return selection.since(Rollup.MONTH.floor(month.minusSeconds(1)));
    }

    private static Page ofSeries(
            Connection connection, String tenant, ActivitySelection selection, Cursor cursor, int limit)
            throws SQLException {
        List<Found> found = new ArrayList<>();
        Cursor after = cursor;
        for (int round = 0; round < ROUNDS; round++) {
            int missing = limit + 1 - found.size();
            Instant reach = reach(connection, tenant, selection, after, missing);
            if (reach == null) {
                return Page.of(found, limit, null);
            }
            found.addAll(found(connection, ActivitySql.newestOfSeries(tenant, selection, reach, after, missing)));
            if (found.size() > limit) {
                return Page.of(found, limit, null);
            }
            after = Cursor.before(reach);
        }
        return Page.of(found, limit, after);
    }

    private static Page among(
            Connection connection, String tenant, ActivitySelection selection, Cursor after, int limit)
            throws SQLException {
        List<Found> found = found(
                connection, ActivitySql.among(tenant, recent(selection, after), after, EXAMINED_FIRST, limit + 1));
        if (found.size() > limit) {
            return Page.of(found, limit, null);
        }
        found = found(connection, ActivitySql.among(tenant, selection, after, EXAMINED, limit + 1));
        if (found.size() > limit) {
            return Page.of(found, limit, null);
        }
        List<Cursor> last = FootprintReader.rows(
                connection,
                ActivitySql.last(tenant, selection, after, EXAMINED),
                row -> new Cursor(
                        ActivityRows.instant(row, "occurred_at"), row.getObject("activity_digest", UUID.class)));
        return Page.of(found, limit, last.isEmpty() ? null : last.get(0));
    }

    private static List<Found> found(Connection connection, SqlText sql) throws SQLException {
        return FootprintReader.rows(connection, sql, row -> {
            StoredActivity activity = ActivityRows.read(row);
            return new Found(activity, new Cursor(activity.time(), row.getObject("activity_digest", UUID.class)));
        });
    }

    /** As far back as the next ones can be; null when there are none. */
    private static @Nullable Instant reach(
            Connection connection, String tenant, ActivitySelection selection, Cursor after, int count)
            throws SQLException {
        ActivitySelection recent = recent(selection, after);
        Reach ofRecent = reach(connection, ActivitySql.reach(tenant, recent, after, count));
        return ofRecent.enough() || recent.equals(selection)
                ? ofRecent.day()
                : reach(connection, ActivitySql.reach(tenant, selection, after, count))
                        .day();
    }

    private static Reach reach(Connection connection, SqlText sql) throws SQLException {
        return FootprintReader.rows(connection, sql, row -> {
                    OffsetDateTime day = row.getObject(1, OffsetDateTime.class);
                    return new Reach(day == null ? null : day.toInstant(), row.getBoolean(2));
                })
                .get(0);
    }

    /**
     * How far back to look.
     *
     * @param day the earliest that can matter; null when there is none
     * @param enough whether there are certainly as many as are wanted from then on
     */
    private record Reach(@Nullable Instant day, boolean enough) {}

    /** An activity and the cursor that stands on it. */
    private record Found(StoredActivity activity, Cursor cursor) {}

    /**
     * Some activities.
     *
     * @param activities newest first
     * @param next where the next page begins; null on the last
     */
    public record Page(
            List<StoredActivity> activities, @Nullable String next) {

        /**
         * The first of what was found.
         *
         * @param otherwise where the next page begins when no more was found; null when there is no more
         */
        private static Page of(List<Found> found, int limit, @Nullable Cursor otherwise) {
            boolean more = found.size() > limit;
            Cursor next = more ? found.get(limit - 1).cursor() : otherwise;
            return new Page(
                    (more ? found.subList(0, limit) : found)
                            .stream().map(Found::activity).toList(),
                    next == null ? null : next.text());
        }
    }
}
