package dev.sillage.footprint;

import java.util.Arrays;
import java.util.Optional;

/** How well the result knows what was measured, best first. A better tier always takes precedence over a worse one. */
public enum Tier {
    /** The energy of this very activity was measured. */
    MEASURED("measured"),
    /** The provider published a figure for this very model or service. */
    PROVIDER("provider"),
    /** Modelled from the known properties of this very model, device or service. */
    REGISTRY("registry"),
    /** Modelled from the nearest class, because the very thing is not known. */
    CLASS("class"),
    /** Modelled from the widest class, because nothing is known. */
    UNKNOWN("unknown");

    private final String wireName;

    Tier(String wireName) {
        this.wireName = wireName;
    }

    /** The name in events, reports and queries. */
    public String wireName() {
        return wireName;
    }

    /** The tier of a wire name, or empty for a name that is not ours. */
    public static Optional<Tier> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(tier -> tier.wireName.equals(wireName))
                .findFirst();
    }
}
