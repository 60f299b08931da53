/**
 * Measures the book of record: how fast footprints get into it beside a bare insert, and how fast its questions are answered
 * when it is large. It must not know how the reporting service does either.
 */
package dev.sillage.benchmark.report;
