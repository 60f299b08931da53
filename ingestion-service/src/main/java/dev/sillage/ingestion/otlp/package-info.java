/**
 * Reads OTLP (protobuf and JSON, over HTTP) and turns the spans of calls to AI models into activities, and their
 * metrics into observations. It must not know
 * how events are stored, how a footprint is computed, nor any text that a model read or wrote.
 */
@NullMarked
package dev.sillage.ingestion.otlp;

import org.jspecify.annotations.NullMarked;
