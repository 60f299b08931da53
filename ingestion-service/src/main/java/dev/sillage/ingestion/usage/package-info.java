/**
 * Turns what an AI provider's API returned into activities, by its usage object alone.
 * It must not keep, log or publish anything of what was asked or answered, nor know how events travel.
 */
@NullMarked
package dev.sillage.ingestion.usage;

import org.jspecify.annotations.NullMarked;
