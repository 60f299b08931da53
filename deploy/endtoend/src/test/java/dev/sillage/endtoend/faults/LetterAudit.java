package dev.sillage.endtoend.faults;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at what was set aside. */
final class LetterAudit {
    private final List<Topics.Letter> letters;
    private final Differences differences;

    LetterAudit(List<Topics.Letter> letters, Differences differences) {
        this.letters = letters;
        this.differences = differences;
    }

    /**
     * Compares it with what cannot be computed.
     *
     * @param notActivities where the records stand that are no activities
     */
    void of(Load load, Set<String> notActivities) {
        Set<String> ids = letters.stream()
                .filter(letter -> letter.source().equals(load.source()))
                .map(Topics.Letter::id)
                .collect(Collectors.toSet());
        difference(load.truth().setAside, ids)
                .forEach(id -> differences.add("what cannot be computed is set aside", id + " is not"));
        difference(ids, load.truth().setAside)
                .forEach(id -> differences.add("only what cannot be computed is set aside", id + " is too"));
        difference(notActivities, origins())
                .forEach(origin -> differences.add("what is no activity is set aside", origin + " is not"));
    }

    /** Where the events stand that were set aside, each once. */
    Set<String> origins() {
        return letters.stream().map(Topics.Letter::origin).collect(Collectors.toSet());
    }

    private static Set<String> difference(Set<String> these, Set<String> those) {
        Set<String> only = new HashSet<>(these);
        only.removeAll(those);
        return only;
    }
}
