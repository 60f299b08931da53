package dev.sillage.ingestion.quota;

import java.util.Map;

/** What one tenant may still send. */
public sealed interface Quota permits LimitedQuota, UnlimitedQuota {
    /** For a tenant without limits. */
    Quota UNLIMITED = new UnlimitedQuota();

    /**
     * Refuses a request before its body is read when not even one event could be taken.
     *
     * @throws dev.sillage.ingestion.problem.RequestRefusedException of type RATE_LIMITED or QUOTA_EXCEEDED, with the time
     *     after which repeating helps
     */
    void requireRoom();

    /**
     * Counts events that are about to be stored. A request may exceed what was saved up for the second, for it must pass
     * some time; the next ones wait until that is made good. The day is exact.
     *
     * @throws dev.sillage.ingestion.problem.RequestRefusedException as above; nothing is counted then
     */
    void charge(int events);

    /** Takes that back, for events that could not be stored. */
    void refund(int events);

    /**
     * The headers of answers: {@code RateLimit-Policy} and {@code RateLimit} of
     * draft-ietf-httpapi-ratelimit-headers-10; none without limits.
     */
    Map<String, String> headers();
}
