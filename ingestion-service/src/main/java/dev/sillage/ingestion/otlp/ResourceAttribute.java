package dev.sillage.ingestion.otlp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules read of the resource that sent a span: the labels of the activity. Where the resource runs
 * ({@code cloud.region}) is left out on purpose, for it says nothing about where the model runs.
 */
enum ResourceAttribute implements Spelled {
    APPLICATION("application", "service.name"),
    ENVIRONMENT("environment", "deployment.environment.name", "deployment.environment"),
    TEAM("team", "team"),
    PROJECT("project", "project"),
    /** Tells series of the same service apart; too many values for a label. */
    INSTANCE(null, "service.instance.id");

    static final Spellings<ResourceAttribute> SPELLINGS = new Spellings<>(ResourceAttribute.class);

    private final @Nullable String label;
    private final List<String> names;

    ResourceAttribute(@Nullable String label, String... names) {
        this.label = label;
        this.names = List.of(names);
    }

    /** The name of the label that it becomes, if any. */
    @Nullable
    String label() {
        return label;
    }

    @Override
    public List<String> names() {
        return names;
    }
}
