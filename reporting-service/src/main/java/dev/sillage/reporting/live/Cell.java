package dev.sillage.reporting.live;

import dev.sillage.reporting.query.Aggregate;
import dev.sillage.reporting.query.Quality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Activities of one tenant that were computed in the same way.
 *
 * @param minute in which they were; null for all of today
 */
record Cell(String tenant, @Nullable Instant minute, Quality quality, Aggregate aggregate) {}
