/**
 * How many events this replica took of each tenant in each hour, and telling it in time, so that nothing that was accepted
 * can be missing in the report unseen. It must not know Kafka, or what an event holds.
 */
@NullMarked
package dev.sillage.ingestion.account;

import org.jspecify.annotations.NullMarked;
