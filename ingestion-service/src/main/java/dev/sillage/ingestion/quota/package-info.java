/**
 * Keeps one tenant from taking the room of the others: events in a second, and in a day.
 * It must not know what an event is, nor how it is stored.
 */
@NullMarked
package dev.sillage.ingestion.quota;

import org.jspecify.annotations.NullMarked;
