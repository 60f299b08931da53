package dev.sillage.reporting.top;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.query.Aggregate;
import dev.sillage.reporting.query.Dimension;
import dev.sillage.reporting.query.Filter;
import dev.sillage.reporting.query.FootprintQuery;
import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.GroupKey;
import dev.sillage.reporting.query.Grouping;
import dev.sillage.reporting.query.Point;
import dev.sillage.reporting.query.Provenance;
import dev.sillage.reporting.query.Quality;
import dev.sillage.reporting.query.RankedBy;
import dev.sillage.reporting.query.Snapshot;
import dev.sillage.reporting.top.TopReport.Largest;
import dev.sillage.reporting.top.TopReport.Other;
import dev.sillage.reporting.top.TopReport.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the largest groups. The total is the sum of them and of the others, so all of it always agrees. */
@ApplicationScoped
class TopGroups {
    private final Snapshot snapshot;
    private final FootprintReader reader;

    TopGroups(Snapshot snapshot, FootprintReader reader) {
        this.snapshot = snapshot;
        this.reader = reader;
    }

    /** The largest by the only criterion of the query. */
    TopReport report(FootprintQuery query, int count, String tenant) throws SQLException {
        return snapshot.read(tenant, connection -> report(connection, query, count, tenant));
    }

    private TopReport report(Connection connection, FootprintQuery query, int count, String tenant)
            throws SQLException {
        Criterion criterion = query.criteria().get(0);
        FootprintReader.Ranking ranking = reader.ranking(connection, query, new RankedBy(criterion), count, tenant);
        Grouping grouping = new Grouping.Largest(query.groupBy(), ranking.largest());
        Map<GroupKey, Aggregate> groups = reader.groups(connection, query, grouping, tenant, count + 1).stream()
                .collect(Collectors.toMap(Point::key, Point::aggregate));
        List<Quality> qualities = reader.qualities(connection, query, grouping, tenant);
        Map<GroupKey, List<Quality>> qualitiesOf = qualities.stream().collect(Collectors.groupingBy(Quality::key));
        Aggregate total = groups.values().stream().reduce(Aggregate.NOTHING, Aggregate::plus);
        List<Largest> largest = new ArrayList<>();
        Other other = null;
        for (GroupKey key : ranking.largest()) {
            Part part = Part.of(groups.getOrDefault(key, Aggregate.NOTHING), criterion, total);
            largest.add(new Largest(
                    largest.size() + 1, key.values(), part, Provenance.of(qualitiesOf.getOrDefault(key, List.of()))));
            groups.remove(key);
            qualitiesOf.remove(key);
        }
        for (Aggregate rest : groups.values()) {
            other = new Other(
                    ranking.groups() - largest.size(),
                    Part.of(rest, criterion, total),
                    Provenance.of(
                            qualitiesOf.values().stream().flatMap(List::stream).toList()));
        }
        return new TopReport(
                query.from(),
                query.to(),
                query.asOf() == null ? null : query.asOf().toString(),
                query.groupBy().stream().map(Dimension::wireName).toList(),
                query.filters().stream().map(Filter::text).toList(),
                criterion.wireName(),
                criterion.unit(),
                Part.of(total, criterion, total),
                largest,
                other,
                Provenance.of(qualities));
    }
}
