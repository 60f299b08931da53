package dev.sillage.calculation.own;

import java.util.List;

/**
 * A part of the own factors of a tenant.
 *
 * @param factorSet that results are computed with from now on
 * @param total how many fit the filter
 * @param offset how many of them come before this part
 * @param ownFactors the part, by key, zone and time
 */
public record OwnFactorPage(String factorSet, int total, int offset, List<OwnFactorView> ownFactors) {}
