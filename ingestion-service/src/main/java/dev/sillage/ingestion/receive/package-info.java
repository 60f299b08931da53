/**
 * What every door shares: bodies are read and unpacked within limits, accepted events are made durable, outcomes are
 * counted. It must not know any format of events or of answers, nor Kafka.
 */
@NullMarked
package dev.sillage.ingestion.receive;

import org.jspecify.annotations.NullMarked;
