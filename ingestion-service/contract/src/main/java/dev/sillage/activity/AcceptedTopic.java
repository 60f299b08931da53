package dev.sillage.activity;

import java.time.Duration;

/**
 * The topic on which each replica of the ingestion service tells how many events it took, compacted: the last record of a
 * key says all. An {@link AcceptedCount} is cumulative, so that a repeated record does no harm; an {@link Incarnation} says
 * whether counts may be missing. Keys are texts, values are JSON, {@link #HEADER_TYPE} tells the two apart.
 */
public final class AcceptedTopic {
    public static final String NAME = "sillage.accepted";

    public static final String HEADER_TYPE = ActivityTopic.HEADER_TYPE;
    public static final String TYPE_COUNT = "dev.sillage.accepted-count.v1";
    public static final String TYPE_INCARNATION = "dev.sillage.incarnation.v1";

    /** A replica that lives and reaches the broker is heard of at least so often. */
    public static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    /** From when an event is accepted until it is counted and told, at most, while the broker can be reached. */
    public static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private AcceptedTopic() {}
}
