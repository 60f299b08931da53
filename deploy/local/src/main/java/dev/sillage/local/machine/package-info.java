/**
 * The processes of one machine: PostgreSQL, the Kafka broker and the three services, started in the order of the flow,
 * watched, and stopped in the reverse order so that none outlives the launcher. It must not know what the services
 * compute, which events are sent, or who called it.
 */
@NullMarked
package dev.sillage.local.machine;

import org.jspecify.annotations.NullMarked;
