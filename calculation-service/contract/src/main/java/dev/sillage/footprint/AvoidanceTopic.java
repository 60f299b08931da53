package dev.sillage.footprint;

/**
 * The topic that avoided emissions travel on, apart from footprints so that nobody can subtract them by accident.
 * Envelope, headers and key are those of {@link FootprintTopic}; an avoidance that cannot be computed is one of its
 * {@link FootprintTopic#DEAD_LETTERS}.
 */
public final class AvoidanceTopic {
    public static final String NAME = "sillage.avoidances";

    public static final String TYPE = "dev.sillage.avoidance.v1";

    private AvoidanceTopic() {}
}
