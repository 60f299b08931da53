package dev.sillage.ingestion.otlp;

import java.util.List;

/**
 * What the rules read of the resource that sent a span: the labels of the activity. Where the resource runs
 * ({@code cloud.region}) is left out on purpose, for it says nothing about where the model runs.
 */
enum ResourceAttribute implements Spelled {
    APPLICATION("application", "service.name"),
    ENVIRONMENT("environment", "deployment.environment.name", "deployment.environment"),
    TEAM("team", "team"),
    PROJECT("project", "project");

    static final Spellings<ResourceAttribute> SPELLINGS = new Spellings<>(ResourceAttribute.class);

    private final String label;
    private final List<String> names;

    ResourceAttribute(String label, String... names) {
        this.label = label;
        this.names = List.of(names);
    }

    /** The name of the label that it becomes. */
    String label() {
        return label;
    }

    @Override
    public List<String> names() {
        return names;
    }
}
