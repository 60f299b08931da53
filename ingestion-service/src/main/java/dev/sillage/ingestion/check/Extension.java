package dev.sillage.ingestion.check;

/**
 * A CloudEvents extension attribute.
 *
 * @param name 1 to 20 lower-case letters and digits
 * @param value the text, or the number or boolean as it was written
 */
public record Extension(String name, String value) {}
