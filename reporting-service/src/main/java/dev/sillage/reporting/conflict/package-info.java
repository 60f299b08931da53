/**
 * Which activities were not counted because their id stands for another one already, so that a sender can mend it.
 * It must not know figures, and must not tell more of an activity than the table of conflicts keeps.
 */
@NullMarked
package dev.sillage.reporting.conflict;

import org.jspecify.annotations.NullMarked;
