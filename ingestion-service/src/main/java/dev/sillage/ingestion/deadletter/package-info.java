/**
 * Shows what was accepted but set aside on the way, and sends it again. It must not know why anything is set aside, nor
 * what a footprint is: it reads the topics that hold the letters.
 */
@NullMarked
package dev.sillage.ingestion.deadletter;

import org.jspecify.annotations.NullMarked;
