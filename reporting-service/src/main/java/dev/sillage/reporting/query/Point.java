package dev.sillage.reporting.query;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer.
 *
 * @param time the beginning of its step; null without steps
 * @param key its value of each dimension that is grouped by
 * @param aggregate its activities
 */
record Point(@Nullable Instant time, Map<String, String> key, Aggregate aggregate) {}
