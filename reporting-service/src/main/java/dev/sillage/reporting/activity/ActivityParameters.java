package dev.sillage.reporting.activity;

import dev.sillage.activity.ActivityKind;
import dev.sillage.reporting.problem.Problem;
import dev.sillage.reporting.query.Dimension;
import dev.sillage.reporting.query.Filter;
import dev.sillage.reporting.query.KnownDimensions;
import dev.sillage.reporting.query.Parameters;
import dev.sillage.reporting.query.QueryParameters;
import dev.sillage.reporting.query.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From the parameters of a request to activities that are meant; whatever is wrong is a problem that says how to mend. */
final class ActivityParameters {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String SOURCE = "source";
    private static final String LABEL = "label";
    private static final int MAX_LABELS = 16;
    private static final int MAX_LENGTH = 1000;

    private ActivityParameters() {}

    /** Every name, those of the dimensions included. */
    static List<String> known(KnownDimensions dimensions, String... others) {
        return Stream.of(
                        Stream.of(FROM, TO),
                        dimensions.all().stream().map(Dimension::wireName),
                        Stream.of("filter", SOURCE, LABEL),
                        Stream.of(others))
                .flatMap(names -> names)
                .toList();
    }

    static ActivitySelection selection(Parameters parameters, KnownDimensions dimensions) {
        TimeRange range = TimeRange.unbounded(parameters.single(FROM), parameters.single(TO));
        List<Filter> filters = new ArrayList<>(QueryParameters.filters(parameters, dimensions));
        for (Dimension dimension : dimensions.all()) {
            String value = parameters.single(dimension.wireName());
            if (value != null) {
                checkKind(dimension, value);
                filters.add(Filter.including(dimension, value));
            }
        }
        String source = parameters.single(SOURCE);
        return new ActivitySelection(
                range, List.copyOf(filters), source == null ? null : checked(SOURCE, source), labels(parameters));
    }

    private static void checkKind(Dimension dimension, String value) {
        if (dimension.equals(Dimension.KIND) && ActivityKind.ofWireName(value).isEmpty()) {
            throw Problem.invalidParameter("kind", "There is no kind " + Problem.quoted(value) + ".");
        }
    }

    private static Map<String, String> labels(Parameters parameters) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String text : parameters.all(LABEL, MAX_LABELS)) {
            int equals = checked(LABEL, text).indexOf('=');
            if (equals <= 0) {
                throw Problem.invalidParameter(
                        LABEL,
                        "A label is name=value, not " + Problem.quoted(text) + ". Give several by repeating it.");
            }
            if (labels.put(text.substring(0, equals), text.substring(equals + 1)) != null) {
                throw Problem.invalidParameter(
                        LABEL, "Name " + Problem.quoted(text.substring(0, equals)) + " once: all labels must hold.");
            }
        }
        return labels;
    }

    private static String checked(String parameter, String text) {
        if (text.length() > MAX_LENGTH || text.indexOf('\0') >= 0) {
            throw Problem.invalidParameter(
                    parameter, "It has at most " + MAX_LENGTH + " characters, and no NUL character.");
        }
        return text;
    }
}
