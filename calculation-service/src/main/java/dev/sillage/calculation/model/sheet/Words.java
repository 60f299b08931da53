package dev.sillage.calculation.model.sheet;

/**
 * What a symbol means, in a few words.
 *
 * @param english in English
 * @param french in French
 */
public record Words(String english, String french) {}
