package dev.sillage.calculation.setup;

import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Methodologies;
import dev.sillage.calculation.model.Methodology;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which methodology computes which kind of activity when nobody asks for another. */
public final class DefaultMethodologies {
    private static final String KEY = "sillage.calculation.methodology.";

    private final Map<ActivityKind, Methodology> byKind;

    /**
     * The defaults of this version, and over them the configured ones.
     *
     * @param configured ids of methodologies by wire name of the kind
     * @throws IllegalArgumentException naming the key, when a kind or an id is not known or do not fit together
     */
    public DefaultMethodologies(Methodologies methodologies, Map<String, String> configured) {
        Map<ActivityKind, Methodology> chosen = new EnumMap<>(ActivityKind.class);
        for (ActivityKind kind : ActivityKind.values()) {
            methodologies.defaultFor(kind).ifPresent(methodology -> chosen.put(kind, methodology));
        }
        configured.forEach((kindName, id) -> {
            ActivityKind kind = kind(kindName);
            chosen.put(kind, methodology(methodologies, kind, id));
        });
        byKind = Collections.unmodifiableMap(chosen);
    }

    private static ActivityKind kind(String kindName) {
        return ActivityKind.ofWireName(kindName)
                .orElseThrow(() -> new IllegalArgumentException(KEY + kindName + ": '" + kindName
                        + "' is not a kind of activity; expected one of "
                        + Arrays.stream(ActivityKind.values())
                                .map(ActivityKind::wireName)
                                .collect(Collectors.joining(", "))));
    }

    private static Methodology methodology(Methodologies methodologies, ActivityKind kind, String id) {
        Methodology methodology = methodologies
                .byId(id)
                .orElseThrow(() -> new IllegalArgumentException(KEY + kind.wireName() + ": '" + id
                        + "' is not a methodology; expected one of " + ids(methodologies, kind)));
        if (!methodology.kinds().contains(kind)) {
            throw new IllegalArgumentException(KEY + kind.wireName() + ": the methodology '" + id
                    + "' does not compute this kind; expected one of " + ids(methodologies, kind));
        }
        return methodology;
    }

    private static String ids(Methodologies methodologies, ActivityKind kind) {
        return methodologies.all().stream()
                .filter(methodology -> methodology.kinds().contains(kind))
                .map(Methodology::id)
                .sorted()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The methodology of a kind, or empty for a kind that is not computed. */
    public Optional<Methodology> of(ActivityKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The kinds that are computed. */
    public Set<ActivityKind> kinds() {
        return byKind.keySet();
    }
}
