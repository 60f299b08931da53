package dev.sillage.reporting.label;

import dev.sillage.activity.Labels;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The labels that became dimensions by configuration. */
@Singleton
public class GroupableLabels {
    /** None: those that always are dimensions are not among these. */
    public static final GroupableLabels NONE = new GroupableLabels(List.of());

    private static final String KEY = "sillage.reporting.groupable-labels";
    private static final int MOST = 8;

    private final List<String> names;

    @Inject
    GroupableLabels(LabelConfig config) {
        this(config.groupableLabels().orElse(List.of()).stream()
                .map(String::strip)
                .toList());
    }

    /**
     * These labels.
     *
     * @throws IllegalStateException with the setting and the name, when one of them cannot be a dimension
     */
    public GroupableLabels(List<String> names) {
        if (names.size() > MOST) {
            throw new IllegalStateException(KEY + " has at most " + MOST + " names, not " + names.size());
        }
        TreeSet<String> sorted = new TreeSet<>();
        for (String name : names) {
            if (!Labels.isName(name)) {
                throw bad(
                        name,
                        "cannot be the name of a label: a letter, then letters, digits, _ . -, at most "
                                + Labels.MAX_NAME_LENGTH + " characters");
            }
            if (Labels.ALWAYS_GROUPABLE.contains(name)) {
                throw bad(name, "is a dimension always; leave it out");
            }
            if (!sorted.add(name)) {
                throw bad(name, "stands there twice");
            }
        }
        this.names = List.copyOf(sorted);
    }

    private static IllegalStateException bad(String name, String what) {
        return new IllegalStateException(KEY + ": \"" + name + "\" " + what);
    }

    /** Being there at the start is all: a name that makes no sense stops the start, not the first record. */
    void checkConfiguration(@Observes StartupEvent starting) {}

    /** In alphabetical order. */
    public List<String> names() {
        return names;
    }

    /** These labels, and those that always are dimensions: what sums are by. */
    public List<String> withBuiltIn() {
        return Stream.concat(Labels.ALWAYS_GROUPABLE.stream(), names.stream()).toList();
    }

    /** Those of an activity's labels that are among these and say something, in alphabetical order. */
    public Map<String, String> among(Map<String, String> labels) {
        if (names.isEmpty() || labels.isEmpty()) {
            return Map.of();
        }
        Map<String, String> found = new TreeMap<>();
        for (String name : names) {
            String value = labels.get(name);
            if (value != null && !value.isEmpty()) {
                found.put(name, value);
            }
        }
        return found.isEmpty() ? Map.of() : Collections.unmodifiableMap(found);
    }
}
