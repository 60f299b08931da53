/**
 * Decides who a request speaks for and from where the service may be reached.
 * It must not know events, Kafka or what a request carries.
 */
@NullMarked
package dev.sillage.ingestion.access;

import org.jspecify.annotations.NullMarked;
