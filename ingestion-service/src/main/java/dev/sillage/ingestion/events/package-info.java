/**
 * The door for CloudEvents over HTTP: structured, batched, newline-delimited and binary mode, and the receipt.
 * It must not know the rules for an event, nor how events are stored.
 */
@NullMarked
package dev.sillage.ingestion.events;

import org.jspecify.annotations.NullMarked;
