/**
 * The account of a run: what became of the events that were sent, taken from the report itself, and whether the
 * numbers agree. It must not know how events are made or sent, nor how anything is started.
 */
@NullMarked
package dev.sillage.local.account;

import org.jspecify.annotations.NullMarked;
