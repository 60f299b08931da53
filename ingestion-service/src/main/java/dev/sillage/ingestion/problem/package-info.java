/**
 * Every kind of problem that this service can answer with, their one wire form (RFC 9457) and the page that lists them.
 * It must not know what an event is, how one is checked or where it goes.
 */
@NullMarked
package dev.sillage.ingestion.problem;

import org.jspecify.annotations.NullMarked;
