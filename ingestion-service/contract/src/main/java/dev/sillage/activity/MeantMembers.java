package dev.sillage.activity;

/**
 * The two members of the data in which an event names the other event that it is about.
 *
 * @param source holds the {@code source} of the event meant
 * @param id holds the {@code id} of the event meant
 */
public record MeantMembers(String source, String id) {}
