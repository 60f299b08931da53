/**
 * Loads the doors of the ingestion service from outside, beside a server that does nothing but pass bodies on to Kafka.
 * It must not know how the service works: it sends requests, reads answers and asks the system for CPU time.
 */
@NullMarked
package dev.sillage.benchmark.door;

import org.jspecify.annotations.NullMarked;
