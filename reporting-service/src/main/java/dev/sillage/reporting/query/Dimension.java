package dev.sillage.reporting.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What footprints can be grouped and filtered by. An activity without it has the empty value.
 *
 * @param wireName the name in queries and answers; that of the column, unless it is a label without one
 * @param label the sender's label that it is, when that has no column of its own
 */
public record Dimension(String wireName, @Nullable String label) {
    public static final Dimension KIND = column("kind");
    public static final Dimension PROVIDER = column("provider");
    public static final Dimension MODEL = column("model");
    public static final Dimension ZONE = column("zone");
    public static final Dimension REGION = column("region");
    public static final Dimension TEAM = column("team");
    public static final Dimension PROJECT = column("project");
    public static final Dimension APPLICATION = column("application");
    public static final Dimension ENVIRONMENT = column("environment");
    public static final Dimension METHODOLOGY = column("methodology");
    public static final Dimension TIER = column("tier");

    /** Those that every report has. */
    static final List<Dimension> ALWAYS =
            List.of(KIND, PROVIDER, MODEL, ZONE, REGION, TEAM, PROJECT, APPLICATION, ENVIRONMENT, METHODOLOGY, TIER);

    /** The dimension of a label that the operator made one. */
    static Dimension ofLabel(String name) {
        return new Dimension("label." + name, name);
    }

    private static Dimension column(String name) {
        return new Dimension(name, null);
    }
}
