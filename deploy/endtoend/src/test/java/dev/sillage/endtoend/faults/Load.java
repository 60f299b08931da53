package dev.sillage.endtoend.faults;

import java.util.List;

/**
 * What is sent in one run.
 *
 * @param source of all its events
 * @param application the label of all its events
 * @param lanes requests that are sent at the same time as those of other lanes, each after the answer to the one before
 * @param truth what the books must say when every request was acknowledged
 */
record Load(String source, String application, List<List<Request>> lanes, Truth truth) {

    /** How many events there are, each request counted once. */
    long events() {
        return lanes.stream().flatMap(List::stream).mapToLong(Request::events).sum();
    }

    /**
     * One request.
     *
     * @param events how many it brings
     * @param lines they themselves
     * @param pauseMillis what the sender waits before it
     */
    record Request(int events, String lines, int pauseMillis) {}
}
