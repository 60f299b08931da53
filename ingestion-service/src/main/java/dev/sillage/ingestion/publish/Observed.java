package dev.sillage.ingestion.publish;

/** What a request told the owner of its service's series. */
public sealed interface Observed {
    /** {@code service.name}; empty when not told. */
    String service();

    /**
     * What metrics told.
     *
     * @param observation a written {@link dev.sillage.ingestion.observation.Observation}
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    record Metrics(String service, byte[] observation) implements Observed {}

    /** That spans came, which count the same calls. */
    record Spans(String service) implements Observed {}
}
