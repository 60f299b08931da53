package dev.sillage.reporting.sources;

import dev.sillage.footprint.Criterion;
import dev.sillage.footprint.Tier;
import dev.sillage.reporting.activity.ActivityList;
import dev.sillage.reporting.activity.ActivitySelection;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.Aggregate;
import dev.sillage.reporting.query.FigureSum;
import dev.sillage.reporting.query.Filter;
import dev.sillage.reporting.query.FootprintQuery;
import dev.sillage.reporting.query.FootprintReader;
import dev.sillage.reporting.query.Origin;
import dev.sillage.reporting.query.Snapshot;
import dev.sillage.reporting.query.TimeRange;
import dev.sillage.reporting.sources.SourcesReport.Named;
import dev.sillage.reporting.sources.SourcesReport.Part;
import dev.sillage.reporting.sources.SourcesReport.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes figures apart into where they come from. */
@ApplicationScoped
class Sources {
    private static final int MAX_ORIGINS = 5_000;
    private static final List<String> TIERS =
            Arrays.stream(Tier.values()).map(Tier::wireName).toList();

    private final Snapshot snapshot;
    private final FootprintReader reader;
    private final ActivityList activities;

    Sources(Snapshot snapshot, FootprintReader reader, ActivityList activities) {
        this.snapshot = snapshot;
        this.reader = reader;
        this.activities = activities;
    }

    /**
     * Everything behind the figures of a query.
     *
     * @param criterion whose figures are shared out; null for none
     * @param limit how many activities
     */
    SourcesReport report(FootprintQuery query, @Nullable Criterion criterion, int limit, String tenant)
            throws SQLException {
        List<Origin> origins =
                snapshot.read(tenant, connection -> reader.origins(connection, query, tenant, MAX_ORIGINS + 1));
        if (origins.size() > MAX_ORIGINS) {
            throw Problem.tooManyPoints(
                    Filter.PARAMETER,
                    "The figures came in more than " + MAX_ORIGINS + " ways. Filter, or ask for a shorter range.");
        }
        TimeRange range = new TimeRange(query.from(), query.to());
        ActivityList.Page page = activities.first(tenant, ActivitySelection.of(range, query.filters()), limit);
        Shares shares = new Shares(origins, criterion);
        return new SourcesReport(
                query.from(),
                query.to(),
                query.filters().stream().map(Filter::text).toList(),
                criterion == null ? null : criterion.wireName(),
                criterion == null ? null : criterion.unit(),
                shares.part(shares.total),
                shares.by(origin -> List.of(origin.methodology())),
                shares.by(origin -> List.of(origin.factorSet())),
                shares.by(origin -> List.of(origin.tier())).stream()
                        .sorted(Comparator.comparingInt(tier -> TIERS.indexOf(tier.name())))
                        .toList(),
                shares.by(Sources::warnings),
                origins.stream()
                        .map(origin -> new Way(
                                origin.methodology(),
                                origin.factorSet(),
                                origin.tier(),
                                warnings(origin).stream()
                                        .filter(warning -> !warning.isEmpty())
                                        .toList(),
                                shares.part(origin.aggregate())))
                        .toList(),
                page.activities(),
                page.next() == null ? null : address(query, limit, page.next()));
    }

    private static List<String> warnings(Origin origin) {
        return List.of(origin.warnings().split(" ", -1));
    }

    /** Where the list goes on. */
    private static String address(FootprintQuery query, int limit, String cursor) {
        StringBuilder address = new StringBuilder("/v1/activities?from=" + query.from() + "&to=" + query.to());
        query.filters().forEach(filter -> address.append("&filter=")
                .append(URLEncoder.encode(filter.text(), StandardCharsets.UTF_8)));
        return address.append("&limit=")
                .append(limit)
                .append("&cursor=")
                .append(cursor)
                .toString();
    }

    /** Parts of one total. */
    private static final class Shares {
        private final List<Origin> origins;
        private final @Nullable Criterion criterion;
        private final Aggregate total;

        Shares(List<Origin> origins, @Nullable Criterion criterion) {
            this.origins = origins;
            this.criterion = criterion;
            this.total = origins.stream().map(Origin::aggregate).reduce(Aggregate.NOTHING, Aggregate::plus);
        }

        /** Largest number of activities first. */
        List<Named> by(Function<Origin, List<String>> names) {
            Map<String, Aggregate> parts = new LinkedHashMap<>();
            origins.forEach(origin ->
                    names.apply(origin).forEach(name -> parts.merge(name, origin.aggregate(), Aggregate::plus)));
            return parts.entrySet().stream()
                    .sorted(Comparator.comparingLong((Map.Entry<String, Aggregate> part) ->
                                    part.getValue().activities())
                            .reversed()
                            .thenComparing(Map.Entry::getKey))
                    .map(part -> new Named(part.getKey(), part(part.getValue())))
                    .toList();
        }

        Part part(Aggregate aggregate) {
            return Part.of(aggregate.activities(), figure(aggregate), total.activities(), figure(total));
        }

        private @Nullable FigureSum figure(Aggregate aggregate) {
            return criterion == null ? null : aggregate.figures().get(criterion.wireName());
        }
    }
}
