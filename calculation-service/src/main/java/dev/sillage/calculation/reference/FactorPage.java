package dev.sillage.calculation.reference;

import java.util.List;

/**
 * A part of the factors that a request asks for.
 *
 * @param factorSet version and digest of the factor set
 * @param total how many factors fit the filter
 * @param offset how many of them come before this part
 * @param factors the part, by key, zone and period
 */
public record FactorPage(String factorSet, int total, int offset, List<FactorView> factors) {}
