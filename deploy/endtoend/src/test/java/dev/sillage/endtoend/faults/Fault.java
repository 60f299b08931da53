package dev.sillage.endtoend.faults;

import java.util.Set;

/**
 * One way in which a part of the system goes away, and how it comes back.
 *
 * @param name for a person
 * @param parts what it needs for itself: two faults with one of them would spoil each other
 * @param awayMillis how long it stays away at least
 * @param awayMoreMillis and how much longer at most
 * @param down returns when the part is gone
 * @param up begins to bring it back; it may not be ready yet
 */
record Fault(String name, Set<String> parts, int awayMillis, int awayMoreMillis, Runnable down, Runnable up) {}
