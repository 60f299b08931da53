package dev.sillage.reporting.account;

import dev.sillage.activity.AcceptedCount;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;

/**
 * What ingestion counted.
 *
 * @param at where it was read
 * @param count what it says
 */
record ReceivedCount(LogPosition at, AcceptedCount count) implements Received {}
