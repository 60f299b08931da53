package dev.sillage.reporting.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer.
 *
 * @param time the beginning of its step; null without steps
 * @param key its group
 * @param aggregate its activities
 */
public record Point(@Nullable Instant time, GroupKey key, Aggregate aggregate) {}
