/**
 * Makes accepted events durable on the topic of activities, and knows whether that is possible at this moment.
 * It must not know HTTP formats or the rules by which events are accepted.
 */
@NullMarked
package dev.sillage.ingestion.publish;

import org.jspecify.annotations.NullMarked;
