package dev.sillage.reporting.query;

import dev.sillage.reporting.label.GroupableLabels;
import dev.sillage.reporting.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every dimension that there is: those of every report, and the labels that the operator made dimensions. */
@Singleton
public class KnownDimensions {
    private final List<Dimension> all;

    KnownDimensions(GroupableLabels labels) {
        all = Stream.concat(Dimension.ALWAYS.stream(), labels.names().stream().map(Dimension::ofLabel))
                .toList();
    }

    /** In the order in which people are told them. */
    public List<Dimension> all() {
        return all;
    }

    /** The dimension of a name that was given in that parameter; a problem when there is none. */
    Dimension of(String parameter, String wireName) {
        return all.stream()
                .filter(dimension -> dimension.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter(
                        parameter,
                        "There is no dimension " + Problem.quoted(wireName) + ". Known are: "
                                + all.stream().map(Dimension::wireName).collect(Collectors.joining(", ")) + "."));
    }
}
