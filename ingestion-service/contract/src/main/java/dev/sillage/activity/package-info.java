/**
 * What ingestion promises to everybody downstream: one activity, its envelope and the topic it travels on.
 * It must not know JSON libraries, Kafka clients or any service: the JDK only.
 */
@NullMarked
package dev.sillage.activity;

import org.jspecify.annotations.NullMarked;
