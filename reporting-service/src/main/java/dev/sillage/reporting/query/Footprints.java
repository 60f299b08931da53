package dev.sillage.reporting.query;

import dev.sillage.reporting.query.FootprintReport.CriterionUnit;
import dev.sillage.reporting.query.FootprintReport.Group;
import dev.sillage.reporting.query.FootprintReport.Partial;
import dev.sillage.reporting.query.FootprintReport.Requested;
import dev.sillage.reporting.query.FootprintReport.SeriesPoint;
import dev.sillage.reporting.query.FootprintReport.Totals;
import dev.sillage.reporting.schema.Rollup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Answers questions. Groups and totals are sums of the very points of the series, so all of them always agree. */
@ApplicationScoped
class Footprints {
    private final FootprintReader reader;
    private final PointLimit limit;

    Footprints(FootprintReader reader, PointLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * The whole answer, nothing clipped.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it has too many points, with what would fit
     */
    FootprintReport report(FootprintQuery query, String tenant) {
        limit.checkSteps(query);
        FootprintReader.Rows rows = reader.read(query, tenant, PointLimit.MAX_POINTS);
        limit.checkPoints(query, tenant, rows.points().size());
        Instant from = query.from();
        Instant to = query.to();
        boolean exact = from.equals(query.requestedFrom()) && to.equals(query.requestedTo());
        return new FootprintReport(
                from,
                to,
                exact ? null : new Requested(query.requestedFrom(), query.requestedTo()),
                query.interval().wireName(),
                "UTC",
                partial(query),
                query.groupBy().stream().map(Dimension::wireName).toList(),
                query.filters().stream().map(Filter::text).toList(),
                query.criteria().stream()
                        .map(criterion -> new CriterionUnit(criterion.wireName(), criterion.unit()))
                        .toList(),
                totals(query, rows),
                groups(query, rows),
                series(rows.points()),
                Provenance.of(rows.qualities()));
    }

    private static Partial partial(FootprintQuery query) {
        Rollup step = query.interval().rollup();
        return step == null
                ? new Partial(false, false)
                : new Partial(
                        !step.floor(query.from()).equals(query.from()),
                        !step.floor(query.to()).equals(query.to()));
    }

    private static Totals totals(FootprintQuery query, FootprintReader.Rows rows) {
        Aggregate aggregate = rows.points().stream().map(Point::aggregate).reduce(Aggregate.NOTHING, Aggregate::plus);
        if (!query.isOfOneKind()) {
            return new Totals(aggregate, null);
        }
        long kinds = rows.delivered().stream()
                .map(delivered -> delivered.key().get(Dimension.KIND.wireName()))
                .distinct()
                .count();
        boolean oneKind = query.isOfOneKindAltogether() || kinds <= 1;
        return new Totals(aggregate, oneKind ? CarbonIntensity.of(rows.delivered()) : CarbonIntensity.ofSeveralKinds());
    }

    private static List<Group> groups(FootprintQuery query, FootprintReader.Rows rows) {
        Map<Map<String, String>, List<Delivered>> delivered =
                rows.delivered().stream().collect(Collectors.groupingBy(Delivered::key));
        Map<Map<String, String>, List<Quality>> qualities =
                rows.qualities().stream().collect(Collectors.groupingBy(Quality::key));
        Map<Map<String, String>, Aggregate> groups = new LinkedHashMap<>();
        rows.points().forEach(point -> groups.merge(point.key(), point.aggregate(), Aggregate::plus));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getValue(),
                        query.isOfOneKind()
                                ? CarbonIntensity.of(delivered.getOrDefault(group.getKey(), List.of()))
                                : null,
                        Provenance.of(qualities.getOrDefault(group.getKey(), List.of()))))
                .sorted(Comparator.comparingLong(
                                (Group group) -> group.aggregate().activities())
                        .reversed())
                .toList();
    }

    private static List<SeriesPoint> series(List<Point> points) {
        return points.stream()
                .filter(point -> point.time() != null)
                .map(point -> new SeriesPoint(Objects.requireNonNull(point.time()), point.key(), point.aggregate()))
                .toList();
    }
}
