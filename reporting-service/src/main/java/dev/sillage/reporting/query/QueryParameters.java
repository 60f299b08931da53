package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.schema.Rollup;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the parameters of a request to figures that are meant; whatever is wrong is a problem that says how to mend. */
public final class QueryParameters {
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String TIME_ZONE = "timeZone";
    static final String INTERVAL = "interval";
    public static final String GROUP_BY = "groupBy";
    public static final String AS_OF = "asOf";

    /** The parameters of {@link #selection}, of every question about figures. */
    public static final List<String> SELECTION = List.of(
            FROM,
            TO,
            TIME_ZONE,
            GROUP_BY,
            Filter.PARAMETER,
            CriterionChoice.CRITERION,
            CriterionChoice.BASIS,
            CriterionChoice.PHASE,
            AS_OF);

    private static final int MAX_FILTERS = 50;

    private final Parameters parameters;
    private final KnownDimensions dimensions;

    public QueryParameters(Parameters parameters, KnownDimensions dimensions) {
        this.parameters = parameters;
        this.dimensions = dimensions;
    }

    /** What is meant, without a series; {@code now} ends the default range. */
    public FootprintQuery selection(Instant now) {
        return question(now, Interval.NONE.wireName());
    }

    /** What is meant, with the series that is asked for; {@code now} ends the default range. */
    FootprintQuery question(Instant now) {
        return question(now, parameters.single(INTERVAL));
    }

    private FootprintQuery question(Instant now, @Nullable String intervalText) {
        ZoneId zone = zone();
        TimeRange range = TimeRange.of(parameters.single(FROM), parameters.single(TO), now, zone);
        LocalDate asOf = asOf(now);
        Interval interval = interval(intervalText, range, asOf != null);
        if (asOf != null) {
            checkDays(range, zone, interval);
        }
        return new FootprintQuery(
                range, zone, interval, groupBy(), filters(parameters, dimensions), choice().criteria(), asOf);
    }

    CriterionChoice choice() {
        return CriterionChoice.of(parameters);
    }

    /** What makes a group a large one; what is named must be among the criteria. */
    RankedBy rankedBy(String parameter, List<Criterion> criteria) {
        String name = parameters.single(parameter);
        if (name == null) {
            return new RankedBy(criteria.size() == 1 ? criteria.get(0) : null);
        }
        if (name.equals(RankedBy.ACTIVITIES)) {
            return new RankedBy(null);
        }
        Criterion criterion = CriterionChoice.criterion(parameter, name);
        if (!criteria.contains(criterion)) {
            throw Problem.invalidParameter(
                    parameter, name + " is not among the criteria that are asked for. Add criterion=" + name + ".");
        }
        return new RankedBy(criterion);
    }

    /** All filters of a request. */
    public static List<Filter> filters(Parameters parameters, KnownDimensions dimensions) {
        return parameters.all(Filter.PARAMETER, MAX_FILTERS).stream()
                .map(text -> Filter.of(text, dimensions))
                .toList();
    }

    private ZoneId zone() {
        String name = parameters.single(TIME_ZONE);
        if (name == null) {
            return ZoneOffset.UTC;
        }
        // ZoneId.of takes more than names of the IANA's, such as UTC+2, which no calendar follows all year.
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Problem.invalidParameter(
                    TIME_ZONE,
                    "There is no time zone " + Problem.quoted(name)
                            + ". Give a name of the IANA's time zone database, such as Europe/Paris or UTC.");
        }
        return ZoneId.of(name);
    }

    private static Interval interval(@Nullable String text, TimeRange range, boolean asReported) {
        if (text == null || text.equals("auto")) {
            Interval fitting = Interval.fitting(range.from(), range.to());
            return asReported && fitting.isFinerThanDays() ? Interval.DAY : fitting;
        }
        return Interval.ofWireName(text)
                .orElseThrow(() -> Problem.invalidParameter(
                        INTERVAL,
                        "There is no interval " + Problem.quoted(text) + ". Use auto, " + Interval.names() + "."));
    }

    private @Nullable LocalDate asOf(Instant now) {
        String text = parameters.single(AS_OF);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(LocalDate.EPOCH) && !date.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below, together with a day that is not over.
        }
        throw Problem.invalidParameter(
                AS_OF,
                "Give asOf as a date (2026-11-23) from 1970 until today, in UTC, not " + Problem.quoted(text) + ".");
    }

    /** What was reported when is kept for days of UTC only. */
    private static void checkDays(TimeRange range, ZoneId zone, Interval interval) {
        String kept = "When a figure was reported is kept for whole days of UTC only. ";
        if (!zone.getRules().equals(ZoneOffset.UTC.getRules())) {
            throw Problem.invalidParameter(TIME_ZONE, kept + "Leave out timeZone, or asOf.");
        }
        if (interval.isFinerThanDays()) {
            throw Problem.invalidParameter(
                    INTERVAL, kept + "Use interval=day, week, month or none, or leave out asOf.");
        }
        if (!Rollup.DAY.floor(range.from()).equals(range.from())) {
            throw Problem.invalidParameter(FROM, kept + "Give from as a date, not " + range.from() + ".");
        }
        if (!Rollup.DAY.floor(range.to()).equals(range.to())) {
            throw Problem.invalidParameter(TO, kept + "Give to as a date, not " + range.to() + ".");
        }
    }

    private List<Dimension> groupBy() {
        Set<Dimension> asked = new LinkedHashSet<>();
        for (String name : parameters.list(GROUP_BY)) {
            if (!asked.add(dimensions.of(GROUP_BY, name))) {
                throw Problem.invalidParameter(GROUP_BY, "Name " + name + " once.");
            }
        }
        if (asked.size() > FootprintQuery.MAX_GROUPING) {
            throw Problem.invalidParameter(
                    GROUP_BY,
                    "Group by at most " + FootprintQuery.MAX_GROUPING + " dimensions, not " + asked.size() + ".");
        }
        return List.copyOf(asked);
    }
}
