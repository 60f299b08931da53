package dev.sillage.ingestion.check;

/**
 * The event that a correction or retraction is about, within the same tenant.
 *
 * @param source its {@code source}
 * @param id its {@code id}
 */
public record Meant(String source, String id) {}
