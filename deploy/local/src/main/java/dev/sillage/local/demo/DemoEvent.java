package dev.sillage.local.demo;

import dev.sillage.activity.Activity;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of the demonstration.
 *
 * @param source the CloudEvents source, one per data set
 * @param id the same at each replay
 * @param time when the activity ended
 * @param subject pseudonym of the person, where there is one
 * @param labels what the report can be grouped by
 * @param data what was done
 */
record DemoEvent(
        String source, String id, Instant time, @Nullable String subject, Map<String, String> labels, Activity data) {}
