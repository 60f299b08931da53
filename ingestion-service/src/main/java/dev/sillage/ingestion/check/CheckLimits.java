package dev.sillage.ingestion.check;

/**
 * How much one event may hold.
 *
 * @param maxEventBytes bytes of its JSON text
 * @param maxNesting levels of objects and arrays
 * @param maxAttributeLength characters of {@code id}, {@code source}, {@code subject} and {@code dataschema}
 * @param maxExtensions number of extension attributes
 * @param maxExtensionLength characters of each extension attribute
 * @param maxFindings problems that are collected before reading on in silence
 */
public record CheckLimits(
        int maxEventBytes,
        int maxNesting,
        int maxAttributeLength,
        int maxExtensions,
        int maxExtensionLength,
        int maxFindings) {}
