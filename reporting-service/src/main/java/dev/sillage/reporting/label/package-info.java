/**
 * Which labels of senders the operator made dimensions of the report.
 * It must not know tables, Kafka, HTTP, or what anybody does with a dimension.
 */
@NullMarked
package dev.sillage.reporting.label;

import org.jspecify.annotations.NullMarked;
