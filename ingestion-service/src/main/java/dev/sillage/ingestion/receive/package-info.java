/**
 * The door: takes CloudEvents over HTTP, has each one checked, and answers when the accepted ones are durable.
 * It must not know the rules for an event, nor Kafka.
 */
@NullMarked
package dev.sillage.ingestion.receive;

import org.jspecify.annotations.NullMarked;
