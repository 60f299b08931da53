package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import dev.sillage.reporting.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the parameters of a request to a question; whatever is wrong is answered with a problem that says how to mend. */
final class QueryParameters {
    static final String FORMAT = "format";

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String INTERVAL = "interval";
    private static final String GROUP_BY = "groupBy";
    private static final String FILTER = "filter";
    private static final String CRITERION = "criterion";
    private static final List<String> KNOWN = List.of(FROM, TO, INTERVAL, GROUP_BY, FILTER, CRITERION, FORMAT);
    private static final int MAX_FILTERS = 50;
    private static final int MAX_VALUE_LENGTH = 200;

    private final MultivaluedMap<String, String> parameters;

    /** Refuses what is not one of the parameters. */
    QueryParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
        for (String name : parameters.keySet()) {
            if (!KNOWN.contains(name)) {
                throw Problem.unknownParameter(name, String.join(", ", KNOWN));
            }
        }
    }

    /** The question; {@code now} ends the default range. */
    FootprintQuery question(Instant now) {
        TimeRange range = TimeRange.of(single(FROM), single(TO), now);
        return new FootprintQuery(
                range.from(), range.to(), interval(range), groupBy(), filters(), List.copyOf(criteria()));
    }

    /** The value of a parameter that makes sense once. */
    @Nullable
    String single(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.invalidParameter(name, "Give " + name + " once, not " + values.size() + " times.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private Interval interval(TimeRange range) {
        String text = single(INTERVAL);
        if (text == null || text.equals("auto")) {
            return Interval.fitting(range.from(), range.to());
        }
        return Interval.ofWireName(text)
                .orElseThrow(() -> Problem.invalidParameter(
                        INTERVAL,
                        "There is no interval " + Problem.quoted(text) + ". Use auto, minute, hour, day or none."));
    }

    private List<Dimension> groupBy() {
        Set<Dimension> dimensions = new LinkedHashSet<>();
        for (String name : list(GROUP_BY)) {
            if (!dimensions.add(dimension(GROUP_BY, name))) {
                throw Problem.invalidParameter(GROUP_BY, "Name " + name + " once.");
            }
        }
        if (dimensions.size() > FootprintQuery.MAX_GROUPING) {
            throw Problem.invalidParameter(
                    GROUP_BY,
                    "Group by at most " + FootprintQuery.MAX_GROUPING + " dimensions, not " + dimensions.size() + ".");
        }
        return List.copyOf(dimensions);
    }

    private List<Filter> filters() {
        List<String> texts = parameters.getOrDefault(FILTER, List.of());
        if (texts.size() > MAX_FILTERS) {
            throw Problem.invalidParameter(FILTER, "Give at most " + MAX_FILTERS + " filters.");
        }
        return texts.stream().map(QueryParameters::filter).toList();
    }

    private static Filter filter(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw Problem.invalidParameter(
                    FILTER,
                    "A filter is dimension:value, or dimension:!value to exclude, not " + Problem.quoted(text) + ".");
        }
        Dimension dimension = dimension(FILTER, text.substring(0, colon));
        boolean excluded = text.startsWith("!", colon + 1);
        String value = text.substring(excluded ? colon + 2 : colon + 1);
        if (value.length() > MAX_VALUE_LENGTH || value.indexOf('\0') >= 0) {
            throw Problem.invalidParameter(
                    FILTER, "A value has at most " + MAX_VALUE_LENGTH + " characters, and no NUL character.");
        }
        return new Filter(dimension, value, excluded);
    }

    private Set<Criterion> criteria() {
        List<String> names = list(CRITERION);
        if (names.isEmpty()) {
            return EnumSet.allOf(Criterion.class);
        }
        return names.stream()
                .map(name -> Criterion.ofWireName(name)
                        .orElseThrow(() -> Problem.invalidParameter(
                                CRITERION,
                                "There is no criterion " + Problem.quoted(name) + ". Known are: "
                                        + Arrays.stream(Criterion.values())
                                                .map(Criterion::wireName)
                                                .collect(Collectors.joining(", "))
                                        + ".")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Criterion.class)));
    }

    private static Dimension dimension(String parameter, String name) {
        return Dimension.ofWireName(name)
                .orElseThrow(() -> Problem.invalidParameter(
                        parameter,
                        "There is no dimension " + Problem.quoted(name) + ". Known are: " + Dimension.names() + "."));
    }

    /** Repeated, separated by commas, or both. */
    private List<String> list(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
