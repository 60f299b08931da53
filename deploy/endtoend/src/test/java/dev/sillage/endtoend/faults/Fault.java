package dev.sillage.endtoend.faults;

/**
 * One way in which a part of the system goes away, and how it comes back.
 *
 * @param name for a person
 * @param part what it is done to: two faults of one part cannot overlap
 * @param awayMillis how long it stays away at least
 * @param awayMoreMillis and how much longer at most
 * @param down returns when the part is gone
 * @param up begins to bring it back; it may not be ready yet
 */
record Fault(String name, String part, int awayMillis, int awayMoreMillis, Runnable down, Runnable up) {}
