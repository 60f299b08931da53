package dev.sillage.reporting.query;

import dev.sillage.reporting.query.FootprintReport.CriterionUnit;
import dev.sillage.reporting.query.FootprintReport.Group;
import dev.sillage.reporting.query.FootprintReport.Partial;
import dev.sillage.reporting.query.FootprintReport.Requested;
import dev.sillage.reporting.query.FootprintReport.SeriesPoint;
import dev.sillage.reporting.query.FootprintReport.Top;
import dev.sillage.reporting.query.FootprintReport.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers questions. Groups and totals are sums of the very points of the series, so all of them always agree. */
@ApplicationScoped
class Footprints {
    private final Snapshot snapshot;
    private final FootprintReader reader;
    private final Comparisons comparisons;
    private final PointLimit limit;

    Footprints(Snapshot snapshot, FootprintReader reader, Comparisons comparisons, PointLimit limit) {
        this.snapshot = snapshot;
        this.reader = reader;
        this.comparisons = comparisons;
        this.limit = limit;
    }

    /**
     * The whole answer, nothing clipped.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it has too many points, with what would fit
     */
    FootprintReport report(FootprintRequest request, String tenant) throws SQLException {
        PointLimit.checkSteps(request.query());
        Steps steps = request.query().steps();
        return snapshot.read(tenant, connection -> report(connection, request, steps, tenant));
    }

    private FootprintReport report(Connection connection, FootprintRequest request, Steps steps, String tenant)
            throws SQLException {
        FootprintQuery query = request.query();
        Integer count = request.top();
        FootprintReader.Ranking ranking =
                count == null ? null : reader.ranking(connection, query, request.rankedBy(), count, tenant);
        Grouping grouping = ranking == null
                ? new Grouping.ByValue(query.groupBy())
                : new Grouping.Largest(query.groupBy(), ranking.largest());
        List<Point> points = reader.points(connection, query, steps, grouping, tenant, PointLimit.MAX_POINTS + 1);
        limit.checkPoints(connection, query, grouping, tenant, points.size());
        List<Quality> qualities = reader.qualities(connection, query, grouping, tenant);
        List<Delivered> delivered =
                query.isOfOneKind() ? reader.delivered(connection, query, grouping, tenant) : List.of();
        List<Group> groups = groups(query, points, delivered, qualities);
        Totals totals = totals(query, groups, delivered);
        ComparedWith comparedWith = request.comparedWith();
        return new FootprintReport(
                query.from(),
                query.to(),
                requested(query),
                query.interval().wireName(),
                query.zone().getId().equals("Z") ? "UTC" : query.zone().getId(),
                query.asOf() == null ? null : query.asOf().toString(),
                partial(query, steps),
                query.groupBy().stream().map(Dimension::wireName).toList(),
                query.filters().stream().map(Filter::text).toList(),
                query.criteria().stream()
                        .map(criterion -> new CriterionUnit(criterion.wireName(), criterion.unit()))
                        .toList(),
                request.leftOut().stream()
                        .map(criterion -> criterion.wireName())
                        .toList(),
                ranking == null ? null : top(request, ranking),
                totals,
                groups,
                series(points),
                comparedWith == null
                        ? null
                        : comparisons.with(connection, comparedWith, query, grouping, totals, groups, tenant),
                Provenance.of(qualities));
    }

    private static @Nullable Requested requested(FootprintQuery query) {
        Instant from = query.requested().from();
        Instant to = query.requested().to();
        return query.from().equals(from) && query.to().equals(to) ? null : new Requested(from, to);
    }

    private static Partial partial(FootprintQuery query, Steps steps) {
        return query.interval() == Interval.NONE
                ? new Partial(false, false)
                : new Partial(
                        !steps.beginning(0).equals(query.from()),
                        !steps.end(steps.count() - 1).equals(query.to()));
    }

    private static Top top(FootprintRequest request, FootprintReader.Ranking ranking) {
        int largest = ranking.largest().size();
        return new Top(largest, request.rankedBy().wireName(), ranking.groups() - largest);
    }

    private static Totals totals(FootprintQuery query, List<Group> groups, List<Delivered> delivered) {
        Sum sum = new Sum();
        groups.forEach(group -> sum.add(group.aggregate()));
        return new Totals(sum.total(), query.isOfOneKind() ? CarbonIntensity.of(delivered) : null);
    }

    private static List<Group> groups(
            FootprintQuery query, List<Point> points, List<Delivered> delivered, List<Quality> qualities) {
        Map<GroupKey, List<Delivered>> deliveredBy = delivered.stream().collect(Collectors.groupingBy(Delivered::key));
        Map<GroupKey, List<Quality>> qualitiesOf = qualities.stream().collect(Collectors.groupingBy(Quality::key));
        Map<GroupKey, Sum> groups = new LinkedHashMap<>();
        points.forEach(
                point -> groups.computeIfAbsent(point.key(), first -> new Sum()).add(point.aggregate()));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey().values(),
                        group.getKey().other(),
                        group.getValue().total(),
                        query.isOfOneKind()
                                ? CarbonIntensity.of(deliveredBy.getOrDefault(group.getKey(), List.of()))
                                : null,
                        Provenance.of(qualitiesOf.getOrDefault(group.getKey(), List.of()))))
                .sorted(Comparator.comparing(Group::other)
                        .thenComparing(Comparator.comparingLong(
                                        (Group group) -> group.aggregate().activities())
                                .reversed()))
                .toList();
    }

    private static List<SeriesPoint> series(List<Point> points) {
        return points.stream()
                .filter(point -> point.time() != null)
                .map(point -> new SeriesPoint(
                        Objects.requireNonNull(point.time()),
                        point.key().values(),
                        point.key().other(),
                        point.aggregate()))
                .toList();
    }
}
