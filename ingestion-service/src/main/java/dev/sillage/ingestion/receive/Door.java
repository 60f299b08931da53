package dev.sillage.ingestion.receive;

import dev.sillage.ingestion.problem.RequestRefusedException;
import java.time.Instant;

/**
 * What a format of events decides about one request.
 *
 * @param <A> an answer in that format
 */
public interface Door<A> {
    /**
     * Takes a body apart and checks every event of it, before the first is published. Runs on a worker thread.
     *
     * @param body the body, without any content encoding
     * @param now when the events are accepted; times in the future are measured from here
     * @throws RequestRefusedException when nothing of it can be taken
     */
    Inspection inspect(byte[] body, Instant now);

    /** The answer to an inspection; its accepted events, which may be none, are durable. */
    A answer(Inspection inspection);
}
