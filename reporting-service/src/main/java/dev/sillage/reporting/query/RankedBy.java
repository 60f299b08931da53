package dev.sillage.reporting.query;

import dev.sillage.footprint.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * What makes a group a large one.
 *
 * @param criterion its central figure; null for the number of activities
 */
public record RankedBy(@Nullable Criterion criterion) {
    static final String ACTIVITIES = "activities";

    public String wireName() {
        return criterion == null ? ACTIVITIES : criterion.wireName();
    }
}
