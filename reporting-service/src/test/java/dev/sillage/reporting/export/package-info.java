/**
 * What leaves the report, read back by whoever it is meant for.
 * It must not know how the service makes it.
 */
package dev.sillage.reporting.export;
