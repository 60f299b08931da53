/**
 * Sends events to the door of ingestion as any client would: in batches, a few at a time, again when the door says
 * later. It must not know what the events are, nor anything behind the door.
 */
@NullMarked
package dev.sillage.local.replay;

import org.jspecify.annotations.NullMarked;
