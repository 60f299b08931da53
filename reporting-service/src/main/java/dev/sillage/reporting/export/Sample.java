package dev.sillage.reporting.export;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One number.
 *
 * @param labels what tells it from others of its family, in the order in which they are shown
 * @param value exactly
 */
public record Sample(Map<String, String> labels, BigDecimal value) {}
