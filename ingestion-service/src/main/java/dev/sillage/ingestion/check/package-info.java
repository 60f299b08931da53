/**
 * Decides whether one event is what it claims to be: its CloudEvents envelope and its data against the activity contract.
 * It must not know HTTP, Kafka, tenants or any framework; the order of events in a request is none of its business.
 */
@NullMarked
package dev.sillage.ingestion.check;

import org.jspecify.annotations.NullMarked;
