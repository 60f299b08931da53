package dev.sillage.activity;

/**
 * The topics by which the ingestion service counts metrics: what was observed, keyed by tenant and service, and the state
 * of each series, compacted. Both need the same number of partitions, which must not change: the state of a series is in
 * the partition of its observations. Nobody else reads them.
 */
public final class ObservationTopic {
    public static final String NAME = "sillage.observations";

    /** Where each series stood when it was counted last. */
    public static final String SERIES = "sillage.series";

    private ObservationTopic() {}
}
