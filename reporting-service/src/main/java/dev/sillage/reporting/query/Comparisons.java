package dev.sillage.reporting.query;

import dev.sillage.reporting.query.FootprintReport.Before;
import dev.sillage.reporting.query.FootprintReport.Compared;
import dev.sillage.reporting.query.FootprintReport.Group;
import dev.sillage.reporting.query.FootprintReport.GroupBefore;
import dev.sillage.reporting.query.FootprintReport.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts an earlier range beside an answer. */
@ApplicationScoped
class Comparisons {
    private final FootprintReader reader;
    private final PointLimit limit;

    Comparisons(FootprintReader reader, PointLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** The same groups as in the answer, and those that are there only in the earlier range. */
    Compared with(
            Connection connection,
            ComparedWith comparedWith,
            FootprintQuery query,
            Grouping grouping,
            Totals totals,
            List<Group> groups,
            String tenant)
            throws SQLException {
        TimeRange range = comparedWith.of(new TimeRange(query.from(), query.to()), query.zone());
        FootprintQuery earlier = query.withRange(range).withInterval(Interval.NONE);
        List<Point> points = reader.groups(connection, earlier, grouping, tenant, PointLimit.MAX_POINTS + 1);
        limit.checkPoints(connection, earlier, grouping, tenant, points.size());
        Map<GroupKey, Aggregate> before = new LinkedHashMap<>();
        points.forEach(point -> before.put(point.key(), point.aggregate()));
        Aggregate sum = points.stream().map(Point::aggregate).reduce(Aggregate.NOTHING, Aggregate::plus);
        return new Compared(
                comparedWith.wireName(),
                earlier.from(),
                earlier.to(),
                new Before(sum, Change.between(sum, totals.aggregate(), query.criteria())),
                groups(query, groups, before));
    }

    private static List<GroupBefore> groups(FootprintQuery query, List<Group> now, Map<GroupKey, Aggregate> before) {
        List<GroupBefore> groups = new ArrayList<>();
        for (Group group : now) {
            GroupKey key = new GroupKey(group.key(), group.other());
            Aggregate earlier = before.remove(key);
            groups.add(group(key, earlier == null ? Aggregate.NOTHING : earlier, group.aggregate(), query));
        }
        before.forEach((key, earlier) -> groups.add(group(key, earlier, Aggregate.NOTHING, query)));
        return groups;
    }

    private static GroupBefore group(GroupKey key, Aggregate before, Aggregate now, FootprintQuery query) {
        return new GroupBefore(
                key.values(), key.other(), new Before(before, Change.between(before, now, query.criteria())));
    }
}
