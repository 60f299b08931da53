package dev.sillage.calculation.read;

import dev.sillage.calculation.read.Violation.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with one activity, up to a bound, so that bad data cannot fill the memory. */
final class Violations {
    static final int MAX_COUNT = 20;

    private final List<Violation> found = new ArrayList<>(0);

    void add(Rule rule, String member, String remedy) {
        add(rule, member, null, remedy);
    }

    void add(Rule rule, String member, @Nullable String senderName, String remedy) {
        if (found.size() < MAX_COUNT) {
            found.add(new Violation(rule, member, senderName, remedy));
        }
    }

    void throwIfAny() throws InvalidActivityException {
        if (!found.isEmpty()) {
            throw new InvalidActivityException(found);
        }
    }
}
