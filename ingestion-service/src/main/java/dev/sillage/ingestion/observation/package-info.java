/**
 * What a service's metrics told of its calls to models, on its way from the door that received it to the owner of the
 * series. It must not know OTLP, nor what becomes of it.
 */
@NullMarked
package dev.sillage.ingestion.observation;

import org.jspecify.annotations.NullMarked;
