/**
 * The names of tables and columns that the code derives instead of repeating: figures per criterion, rollups per span.
 * It must not know connections, Kafka, HTTP or who reads and writes.
 */
@NullMarked
package dev.sillage.reporting.schema;

import org.jspecify.annotations.NullMarked;
