package dev.sillage.ingestion.check;

import dev.sillage.ingestion.problem.ProblemType;

/**
 * One reason why an event is refused.
 *
 * @param type the kind of problem
 * @param detail what is wrong in this place; never a value that the sender wrote
 * @param pointer RFC 6901 pointer from the event's root; empty for the event as a whole
 */
public record Finding(ProblemType type, String detail, String pointer) {}
