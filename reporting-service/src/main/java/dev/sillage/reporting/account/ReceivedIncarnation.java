package dev.sillage.reporting.account;

import dev.sillage.activity.Incarnation;
import dev.sillage.reporting.intake.LogPosition;
import dev.sillage.reporting.intake.Received;

/**
 * That a replica of ingestion lives, or ended.
 *
 * @param at where it was read
 * @param incarnation what it says
 */
record ReceivedIncarnation(LogPosition at, Incarnation incarnation) implements Received {}
