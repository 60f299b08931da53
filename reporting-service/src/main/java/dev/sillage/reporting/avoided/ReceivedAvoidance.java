package dev.sillage.reporting.avoided;

import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;
import org.jspecify.annotations.Nullable;

/**
 * An avoidance that is fit to be stored.
 *
 * @param at where it was read
 * @param origin where its activity stands, when the record says so
 * @param event what it says
 */
record ReceivedAvoidance(LogPosition at, @Nullable LogPosition origin, AvoidanceEvent event) implements Received {}
