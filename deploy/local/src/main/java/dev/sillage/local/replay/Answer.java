package dev.sillage.local.replay;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request to the door came to. */
sealed interface Answer {

    /**
     * Each event was judged.
     *
     * @param reasons why events were refused, a few of them, for people
     */
    record Judged(long accepted, long refused, List<String> reasons) implements Answer {}

    /**
     * Not now; the same request may be sent again.
     *
     * @param why for people
     * @param retryAfter how long the door wants to be left alone, when it says so
     */
    record Later(String why, @Nullable Duration retryAfter) implements Answer {}

    /** Something that sending again will not change. */
    record Refusal(String why) implements Answer {}
}
