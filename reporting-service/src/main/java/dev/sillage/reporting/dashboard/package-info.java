/**
 * The page at {@code /}: its frame in the reader's language; what moves on it is the browser's work, by the public API.
 * It must not know tables, Kafka or any figure: the page asks the same questions as every other client.
 */
@NullMarked
package dev.sillage.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
