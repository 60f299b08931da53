package dev.sillage.endtoend.faults;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What must be in the books of the events of one source once all were acknowledged, however they got there. */
final class Truth {
    /** By id, what was said last of each activity that stands. */
    final Map<String, ToldActivity> standing = new LinkedHashMap<>();

    /** Ids of activities that were taken back last. */
    final Set<String> retracted = new HashSet<>();

    /** Ids of avoidances. */
    final Set<String> avoidances = new HashSet<>();

    /** Ids of events that no footprint can be computed of. */
    final Set<String> setAside = new HashSet<>();

    /** How many activities and avoidances were new when they came. */
    int reported;

    /** How many activities came after their correction: new only when both came to the book at once. */
    int late;

    /** How many different corrections and retractions there are. */
    int amended;

    /** How many different other contents came under the id of an activity. */
    int conflicts;
}
