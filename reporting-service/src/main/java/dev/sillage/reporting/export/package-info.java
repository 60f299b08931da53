/**
 * What a tenant's report says now, as series of numbers that leave the service: read rarely, from sums only.
 * It must not know in which format or to whom they go, nor Kafka.
 */
@NullMarked
package dev.sillage.reporting.export;

import org.jspecify.annotations.NullMarked;
